/** A stretch of a post's text, with enough around it to find it again. */
import type { Target } from './annotation.ts';

/** Its offsets are UTF-16 units into the text of the post. */
export type Quote = Extract<Target, { kind: 'quote' }>;

/** UTF-16 units of what stands on either side, as far as there is something. */
export const contextLength = 32;

/** More is not the quote of a post, but the post. */
const longestQuote = 10_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The quote from `start` to `end`, without white space around it, and with whole characters, as a reader sees them, at its
 * ends. Undefined when nothing is left, or too much.
 */
export function quoteOf(text: string, start: number, end: number): Quote | undefined {
  const cut = text.slice(start, end);
  const words = cut.trim();
  if (words === '') return undefined;
  const first = start + cut.indexOf(words);
  return wholeQuote(text.toWellFormed(), first, first + words.length);
}

function wholeQuote(text: string, first: number, last: number): Quote | undefined {
  const characters = graphemes.segment(text);
  const start = characters.containing(first)?.index ?? first;
  const ending = characters.containing(last - 1);
  const end = ending ? ending.index + ending.segment.length : last;
  if (end - start > longestQuote) return undefined;
  return {
    kind: 'quote',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + contextLength).replace(/[\uD800-\uDBFF]$/, ''),
    start,
    end,
  };
}

/** Whether the words stand where the quote says. */
export function agrees({ exact, start, end }: Quote, text: string): boolean {
  return text.slice(start, end).toWellFormed() === exact;
}
