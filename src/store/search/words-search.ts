/** Words, and words side by side, in what annotations and posts say themselves. */
import type { Wording } from '../../model/query.ts';
import { Bits } from './bits.ts';
import { blocksFor, matchesIn } from './dictionary.ts';
import { type Block, type Postings, addPostings, placesPerDocument, placesReader, readPostings } from './postings.ts';
import type { Segment } from './segment.ts';

/** A block of the dictionary, and where in it what was looked for stands. */
interface Entry {
  number: number;
  block: Postings;
  matches: number[];
}

/** The documents in which they stand. `firstWords` are loaded. */
export async function documentsSaying(segment: Segment, wording: Wording): Promise<Bits> {
  const entries = await lookUp(segment, wording);
  const common = Bits.full(segment.size);
  for (const ofWord of entries) common.keep(documentsOf(segment, ofWord));
  if (entries.length === 1 || common.isEmpty()) return common;

  const numbers = [...new Set(entries.flat().map(({ number }) => number))];
  const blocks = await segment.places(numbers);
  const placesBlock = new Map(numbers.map((number, i) => [number, blocks[i]]));
  const places = entries.map((ofWord) => placesOf(segment, ofWord, placesBlock, common));
  const starts = places.reduce((before, next, i) => followed(before, next, i));
  const found = Bits.empty(segment.size);
  for (const place of starts) found.add(Math.floor(place / placesPerDocument));
  return found;
}

/** For each word, where in the dictionary it stands, or all that it begins. */
async function lookUp(segment: Segment, { words, open }: Wording): Promise<Entry[][]> {
  const wanted = words.map((word, i) => ({ word, isOpen: open && i === words.length - 1 }))
    .map(({ word, isOpen }) => ({ word, isOpen, range: blocksFor(segment.list('firstWords'), word, isOpen) }));
  const numbers = [...new Set(wanted.flatMap(({ range: [from, to] }) => Array.from({ length: to - from }, (_, i) => from + i)))];
  const read = await segment.postings(numbers);
  const blocks = new Map(numbers.map((number, i) => [number, read[i]]));
  return wanted.map(({ word, isOpen, range: [from, to] }) => (
    Array.from({ length: to - from }, (_, i) => from + i).flatMap((number) => {
      const block = blocks.get(number);
      const matches = block ? matchesIn(block, word, isOpen) : [];
      return block && matches.length > 0 ? [{ number, block, matches }] : [];
    })
  ));
}

function documentsOf({ size }: Segment, entries: readonly Entry[]): Bits {
  const found = Bits.empty(size);
  for (const { block, matches } of entries) for (const at of matches) addPostings(block, at, found);
  return found;
}

/** Where the words stand in those documents: `document * placesPerDocument + place`, in ascending order. */
function placesOf(
  { size }: Segment, entries: readonly Entry[], placesBlock: ReadonlyMap<number, Block | undefined>, common: Bits,
): Float64Array {
  const places: number[] = [];
  let words = 0;
  for (const { number, block, matches } of entries) {
    const written = placesBlock.get(number);
    for (const at of written ? matches : []) {
      if (!written) continue;
      words++;
      const reader = placesReader(written, at);
      for (const document of readPostings(block, at, size)) {
        const isCommon = common.has(document);
        for (let left = reader.read(), place = 0; left > 0; left--) {
          place += reader.read();
          if (isCommon) places.push(document * placesPerDocument + place);
        }
      }
    }
  }
  // The places of one word come in order, those of several words one after the other.
  return words > 1 ? Float64Array.from(places).sort() : Float64Array.from(places);
}

/** Those of the places after which, so many words on, one of the others stands. */
function followed(starts: Float64Array, others: Float64Array, distance: number): Float64Array {
  let at = 0;
  return starts.filter((start) => {
    while (at < others.length && (others[at] ?? 0) < start + distance) at++;
    return others[at] === start + distance;
  });
}
