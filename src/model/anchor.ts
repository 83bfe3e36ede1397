/** Where the words of a quote stand in a text that may have changed. Not found is better than a wrong place. */
import search from 'approx-string-match';
import { type Quote, agrees } from './quote.ts';

export interface Anchor {
  start: number;
  end: number;
  /** `position`: just there; `words`: the same words elsewhere; `likeness`: words that are nearly the same. */
  by: 'position' | 'words' | 'likeness';
}

interface Place {
  start: number;
  end: number;
}

/**
 * So much must speak for a place, in UTF-16 units: what is around it as it was around the quote, and how near it is to where
 * the quote was, in so far as it cannot be there by another's words. Five or six words are no chance.
 */
const enough = 32;

/** The next best must have so much less for it. */
const margin = 16;

/** A text in which the same words stand so often is not told by them. */
const mostPlaces = 1_000;

/** Shorter quotes are like too much. Longer texts and quotes take too long; Telegram's texts are half as long. */
const shortestAlike = 24;
const longestAlike = 1_000;
const longestText = 10_000;

/** One letter in so many may differ. */
const lettersPerError = 6;

/** Where the quote stands in the text. Undefined when that cannot be told for sure. */
export function anchor(text: string, quote: Quote): Anchor | undefined {
  const { exact, start, end } = quote;
  if (isUntouched(text, quote)) return { start, end, by: 'position' };
  const words = text.toWellFormed();
  const places = placesOf(words, exact);
  if (places === undefined) return undefined;
  const found = placeFor(quote, words, places.length > 0 ? places : alikeIn(words, exact));
  if (found === undefined) return undefined;
  return { ...found, by: places.length === 0 ? 'likeness' : found.start === start ? 'position' : 'words' };
}

function isUntouched(text: string, quote: Quote): boolean {
  const { prefix, suffix, start, end } = quote;
  return agrees(quote, text) && text.slice(Math.max(0, start - prefix.length), start).toWellFormed() === prefix
    && text.slice(end, end + suffix.length).toWellFormed() === suffix;
}

function placesOf(text: string, words: string): Place[] | undefined {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (places.length === mostPlaces) return undefined;
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

function alikeIn(text: string, words: string): Place[] {
  if (words.length < shortestAlike || words.length > longestAlike || text.length > longestText) return [];
  const [first, last] = [/^\S+/.exec(words)?.[0], /\S+$/.exec(words)?.[0]];
  if (first === undefined || last === undefined) return [];
  return search(text, words, Math.floor(words.length / lettersPerError))
    .filter(({ start, end }) => {
      const found = text.slice(start, end);
      return found.startsWith(first) && found.endsWith(last);
    });
}

/** The one that enough speaks for, and clearly more than for any other. */
function placeFor(quote: Quote, text: string, places: readonly Place[]): Place | undefined {
  const [best, next] = places
    .filter((place) => hasEdgesOf(quote, text, place))
    .map(({ start, end }) => ({ start, end, evidence: evidenceFor(quote, text, { start, end }) }))
    .sort((a, b) => b.evidence - a.evidence);
  if (!best || best.evidence < enough || (next && next.evidence > best.evidence - margin)) return undefined;
  return { start: best.start, end: best.end };
}

function evidenceFor({ exact, prefix, suffix, start: place }: Quote, text: string, { start, end }: Place): number {
  const before = commonEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = commonStart(text.slice(end, end + suffix.length), suffix);
  return before + after + Math.max(0, exact.length - Math.abs(start - place));
}

const joins = '[\\p{L}\\p{N}\\p{M}\\u200D\\u{1F3FB}-\\u{1F3FF}]';
const joinsAfter = new RegExp(`^${joins}`, 'u');
const joinsBefore = new RegExp(`${joins}$`, 'u');

/** "tulip" is not found in "tulips", where something else goes on beside it. */
function hasEdgesOf({ prefix, suffix }: Quote, text: string, { start, end }: Place): boolean {
  return joinsBefore.test(text.slice(Math.max(0, start - 2), start)) === joinsBefore.test(prefix)
    && joinsAfter.test(text.slice(end, end + 2)) === joinsAfter.test(suffix);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
