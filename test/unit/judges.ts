/** What parsers that are not ours make of Markdown and front matter. */
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import MarkdownIt from 'markdown-it';
import { gfm } from 'micromark-extension-gfm';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';

/** What stands between the lines of `---`, and what comes after it. */
export function parted(note: string): { front: string; body: string } {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(note) ?? [];
  return { front, body };
}

/** The same front matter as each judge reads it. */
export function readFront(front: string): Record<string, unknown> {
  return { 'yaml 1.2': yaml.parse(front, { version: '1.2' }), 'yaml 1.1': yaml.parse(front, { version: '1.1' }), 'js-yaml': jsYaml.load(front) };
}

/** What there is in a note beside text, and its text: paragraphs apart, line breaks within them, code as what stands in it. */
export interface Reading {
  kinds: string[];
  links: string[];
  text: string;
}

type Node = ReturnType<typeof fromMarkdown>['children'][number] | ReturnType<typeof fromMarkdown>;

/** GitHub's Markdown. */
function readGfm(markdown: string): Reading {
  const kinds = new Set<string>();
  const links: string[] = [];
  const textOf = (node: Node): string => {
    kinds.add(node.type);
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'break') return '\n';
    if ('value' in node) return node.value;
    const parts = 'children' in node ? node.children.map(textOf) : [];
    return parts.join(['root', 'blockquote'].includes(node.type) ? '\n\n' : '');
  };
  const text = textOf(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return { kinds: [...kinds].filter((kind) => !['root', 'paragraph', 'text', 'break', 'inlineCode'].includes(kind)), links, text };
}

const parser = new MarkdownIt({ html: true, linkify: true });

/** CommonMark with tables and strikethrough; links whatever might be an address after it has parsed. */
function readMarkdownIt(markdown: string): Reading {
  const tokens = parser.parse(markdown, {});
  const inline = tokens.filter(({ type }) => type === 'inline');
  const kinds = new Set([...tokens, ...inline.flatMap(({ children }) => children ?? [])].filter(({ nesting }) => nesting >= 0).map(({ type }) => type.replace('_open', '')));
  return {
    kinds: [...kinds].filter((kind) => !['inline', 'paragraph', 'text', 'hardbreak', 'code_inline'].includes(kind)),
    links: inline.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href'))),
    text: inline.map(({ children }) => (children ?? []).map(({ type, content }) => (type === 'hardbreak' ? '\n' : content)).join('')).join('\n\n'),
  };
}

export const readers: Readonly<Record<string, (markdown: string) => Reading>> = { micromark: readGfm, 'markdown-it': readMarkdownIt };
