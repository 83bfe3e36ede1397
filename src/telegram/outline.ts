/** The structure of a page without its words: what somebody needs to see who is to mend the reader. */
import { findPosts, postSelector } from './find.ts';

const deepest = 12;
const mostLines = 150;

/**
 * One line for each element, indented: its name, its classes, the names of its attributes, but no value and no text.
 * Equal neighbours are written once. Of the first post when there is one, else of the whole body.
 */
export function outline(document: Document): string {
  const [post] = [...findPosts(document), ...document.querySelectorAll(postSelector)];
  const lines: string[] = [];
  write(post ?? document.body, 0, lines);
  return lines.join('\n');
}

function write(element: Element, depth: number, lines: string[]): void {
  if (depth > deepest || lines.length >= mostLines || element.localName === 'postil-annotation') return;
  lines.push(`${' '.repeat(depth)}${describe(element)}`);
  let last = '';
  for (const child of element.children) {
    const from = lines.length;
    write(child, depth + 1, lines);
    const written = lines.slice(from).join('\n');
    if (written === last) lines.length = from;
    last = written;
  }
}

/** Classes with digits are names of pictures, not of kinds of elements (captured). */
function describe(element: Element): string {
  const classes = [...element.classList].filter((name) => /^[a-z_-]+$/i.test(name));
  const attributes = element.getAttributeNames().filter((name) => /^[a-z-]+$/.test(name) && name !== 'class');
  return [element.localName, ...classes.map((name) => `.${name}`), ...attributes.map((name) => `[${name}]`)].join('');
}
