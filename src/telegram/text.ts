/** Text as a reader sees it. */
import { Draft, type Formatted } from './draft.ts';
import { formatOf } from './entities.ts';
import { isElement, isText } from './nodes.ts';
import { outermost } from './parts.ts';

const blocks = new Set(['blockquote', 'pre', 'div', 'p']);

/** No text of Telegram's nests like this; a page that wants to exhaust our stack does. */
const deepest = 200;

/**
 * The main text, wherever it stands: in the bubble or in `.media_supported_cont`, and since 2023 twice in itself when
 * it is the caption of an album (captured). Each of several documents has a text of its own (documented only).
 * The reply quote has the class too; in 2018 nothing else told the two apart (captured).
 */
export function readText(post: Element, handle: string): Formatted {
  return draftOf(post, handle).finish();
}

/** The same, with where each piece of it comes from. Without `handle` it has no links of hashtags. */
export function draftOf(post: Element, handle?: string): Draft {
  const draft = new Draft();
  for (const text of outermost(post, '.tgme_widget_message_text')) {
    draft.leaveOut();
    write(text, handle === undefined ? { draft } : { draft, handle });
  }
  return draft;
}

/** The text alone, of any element; absent when there is none. */
export function textOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  const draft = new Draft();
  write(element, { draft });
  return draft.finish().text || undefined;
}

/** The same for a name or a line, within the model's limit. */
export function lineOf(element: Element | null | undefined): string | undefined {
  return textOf(element)?.slice(0, 1_000);
}

interface Writing {
  draft: Draft;
  handle?: string;
  preformatted?: boolean;
  depth?: number;
}

function write(element: Element, writing: Writing): void {
  const { draft, handle, depth = 0 } = writing;
  if (isAddition(element) || depth > deepest) return draft.leaveOut();
  if (element.localName === 'br') return draft.breakLine();

  const inner = { ...writing, depth: depth + 1, preformatted: writing.preformatted || element.localName === 'pre' };
  const content = (): void => {
    for (const child of element.childNodes) {
      if (isText(child)) draft.write(child, inner.preformatted);
      else if (isElement(child)) write(child, inner);
    }
  };
  const isBlock = blocks.has(element.localName);
  const format = formatOf(element, handle);
  if (isBlock) draft.startLine();
  if (format) draft.format(format, content);
  else content();
  if (isBlock) draft.startLine();
}

/**
 * What scripts add: our own element, and the page's drawing of a custom emoji, which may hold a `div`, before the
 * character that it stands for (documented only). Its other additions, `span`s around the words of a text with
 * spoilers and an empty one at the end, change no text.
 */
function isAddition(element: Element): boolean {
  return element.matches('postil-annotation, .tg-emoji-wrap');
}
