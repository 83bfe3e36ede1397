/** Where the words of a quote stand in a text that may have changed. Not found is better than a wrong place. */
import search from 'approx-string-match';
import type { Quote } from './annotation.ts';
import { agrees } from './quote.ts';

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
 * So much must speak for a place: UTF-16 units beside it that are as they were beside the quote, and how much of the place where
 * the quote was it covers. All of one side is not enough, for sentences are said again and change their neighbours. Where a
 * post is so short that there was little around the quote, so much of that and of the quote.
 */
const enough = 48;
const share = 0.75;

/** Of shorter quotes more must speak for the place: a letter says nothing itself. */
const shortest = 16;

/** What it says that the text begins or ends with the quote, as it did. */
const edge = 16;

/** Words that stand so often tell nothing. */
const mostPlaces = 1_000;

/** Shorter quotes are like too much, longer ones take too long to compare. */
const shortestAlike = 32;
const longestAlike = 1_000;

/** One letter in so many may differ. */
const lettersPerError = 6;

/** UTF-16 units on either side that must be as they were, and at the edges within, in whole words. */
const beside = 8;
const edgeAtStart = /^[^]{12}\S*/;
const edgeAtEnd = /\S*[^]{12}$/;

/** Of so many places that begin like the quote, one may be like it. */
const mostBeginnings = 5;

/** Where the quote stands in the text. Undefined when that cannot be told for sure. */
export function anchor(text: string, quote: Quote): Anchor | undefined {
  const { exact, start, end } = quote;
  if (isUntouched(text, quote)) return { start, end, by: 'position' };
  const words = text.toWellFormed();
  const places = placesOf(words, exact, mostPlaces);
  if (places === undefined) return undefined;
  const found = placeFor(quote, words, places.length > 0 ? places : alikeIn(words, quote));
  if (found === undefined) return undefined;
  return { ...found, by: places.length === 0 ? 'likeness' : found.start === start ? 'position' : 'words' };
}

function isUntouched(text: string, quote: Quote): boolean {
  const { prefix, suffix, start, end } = quote;
  return agrees(quote, text) && text.slice(Math.max(0, start - prefix.length), start).toWellFormed() === prefix
    && text.slice(end, end + suffix.length).toWellFormed() === suffix;
}

/** None when there are too many. */
function placesOf(text: string, words: string, most: number): Place[] | undefined {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (places.length === most) return undefined;
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

/** Places where only what lies within has changed: the quote's first and last words are there, and what stood beside them. */
function alikeIn(text: string, quote: Quote): Place[] {
  const { exact } = quote;
  if (exact.length < shortestAlike || exact.length > longestAlike) return [];
  const [first = exact] = edgeAtStart.exec(exact) ?? [];
  const [last = exact] = edgeAtEnd.exec(exact) ?? [];
  const errors = Math.floor(exact.length / lettersPerError);
  return (placesOf(text, first, mostBeginnings) ?? []).flatMap(({ start: from }) =>
    search(text.slice(from, from + exact.length + errors), exact, errors)
      .filter(({ start, end }) => start === 0 && text.slice(from, from + end).endsWith(last))
      .map(({ end }) => ({ start: from, end: from + end }))
      .filter((place) => isBesideTheSame(quote, text, place)));
}

function isBesideTheSame(quote: Quote, text: string, place: Place): boolean {
  const { before, after } = sharedContext(quote, text, place);
  return before >= beside && after >= beside;
}

/** The one that enough speaks for, and twice as much as for any other: what stood before and behind may have parted. */
function placeFor(quote: Quote, text: string, places: readonly Place[]): Place | undefined {
  const [best, next] = places
    .filter((place) => hasEdgesOf(quote, text, place))
    .map((place) => ({ place, evidence: evidenceFor(quote, text, place) }))
    .sort((a, b) => b.evidence - a.evidence);
  if (!best || (best.evidence < neededFor(quote) && !isAmidTheSame(quote, text, best.place))) return undefined;
  return next && next.evidence > best.evidence / 2 ? undefined : best.place;
}

/** All that stood beside the quote stands beside the place. Where nothing did, that says nothing. */
function isAmidTheSame({ prefix, suffix }: Quote, text: string, { start, end }: Place): boolean {
  return prefix !== '' && suffix !== '' && text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end);
}

function neededFor({ exact, prefix, suffix }: Quote): number {
  const around = Math.max(prefix.length, edge) + Math.max(suffix.length, edge);
  const least = enough + Math.max(0, shortest - exact.length);
  return around < enough ? Math.min(least, (around + exact.length) * share) : least;
}

function evidenceFor(quote: Quote, text: string, place: Place): number {
  const { before, after } = sharedContext(quote, text, place);
  return before + after + Math.max(0, quote.exact.length - Math.abs(place.start - quote.start));
}

/** How much of what stood beside the quote stands beside the place. */
function sharedContext({ prefix, suffix }: Quote, text: string, { start, end }: Place): { before: number; after: number } {
  const before = commonEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = commonStart(text.slice(end, end + suffix.length), suffix);
  return {
    before: before === prefix.length && before === start ? Math.max(before, edge) : before,
    after: after === suffix.length && after === text.length - end ? Math.max(after, edge) : after,
  };
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
