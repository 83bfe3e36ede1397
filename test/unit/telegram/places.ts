/** What must be true of the places of any post's text. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { quoteOf } from '../../../src/model/quote.ts';
import { readPost } from '../../../src/telegram/post.ts';
import { type TextPlaces, readTextPlaces } from '../../../src/telegram/text-places.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '').normalize('NFC');

/** The words that the ranges cover on the page, without the white space, which is laid out. */
const covered = (ranges: readonly Range[]): string => squeezed(ranges.map(String).join(''));

export function placesOf(post: Element): TextPlaces {
  return readTextPlaces(post) ?? expect.unreachable('The post has no places.');
}

/** Where ranges begin and end, asked as one would of a selection. */
export function offsetsOf(places: TextPlaces, ranges: readonly Range[]): [start: number | undefined, end: number | undefined] {
  const [first, last] = [ranges[0], ranges.at(-1)];
  return [
    first && places.offsetAt(first.startContainer, first.startOffset),
    last && places.offsetAt(last.endContainer, last.endOffset),
  ];
}

function checkStretch(places: TextPlaces, start: number, end: number): void {
  const quote = quoteOf(places.text, start, end);
  if (quote === undefined) return;
  const ranges = places.rangesOf(quote.start, quote.end);
  expect(covered(ranges)).toBe(squeezed(quote.exact));
  expect(offsetsOf(places, ranges)).toEqual([quote.start, quote.end]);
}

/** The text is what is read of the post, and each of `runs` random stretches of it is on the page, and only once. */
export function checkPlaces(post: Element, runs = 50): void {
  const places = placesOf(post);
  expect(places.text).toBe(readPost(post)?.text ?? '');
  if (places.text === '') return;
  const offset = fc.nat(places.text.length);
  fc.assert(fc.property(offset, offset, (a, b) => checkStretch(places, Math.min(a, b), Math.max(a, b))), { numRuns: runs });
  checkStretch(places, 0, places.text.length);
}
