/** Which documents the terms of a query hold for. It must be what `query-match.ts` says. */
import type { Term } from '../../model/query.ts';
import type { Names } from '../names.ts';
import { Bits } from './bits.ts';
import { type Catalogue, bitsOfPart } from './catalogue.ts';
import { type Meaning, listsFor, meaningOf } from './meaning.ts';
import type { Segment } from './segment.ts';
import { documentsSaying } from './words-search.ts';

/** What was found by all terms, and by all but those about one thing. */
export interface Evaluated {
  all: Bits;
  anyChannel: Bits;
  anyAuthor: Bits;
  anyTime: Bits;
}

export async function evaluate(catalogue: Catalogue, terms: readonly Term[], names: Names): Promise<Evaluated> {
  const meanings = terms.map((term) => meaningOf(term, names));
  const { parts, size, alive } = catalogue;
  const lists = [...new Set(meanings.flatMap(listsFor))];
  await Promise.all(parts.map(({ segment }) => segment.load(lists)));
  const found = await Promise.all(meanings.map(async (meaning) => {
    const bits = Bits.empty(size);
    const said = await Promise.all(parts.map(({ segment }) => (meaning.wording ? documentsSaying(segment, meaning.wording) : undefined)));
    for (const [i, part] of parts.entries()) {
      const ofPart = bitsOfPart(bits, part);
      const saying = said[i];
      if (saying) ofPart.words.set(saying.words);
      addMeant(part.segment, meaning, ofPart);
    }
    return bits;
  }));
  const without = (...left: Term['is'][]) => {
    const kept = new Bits(alive.words.slice());
    for (const [i, bits] of found.entries()) {
      const term = terms[i];
      if (term && !left.includes(term.is)) kept.keep(bits, term.not);
    }
    return kept;
  };
  return { all: without(), anyChannel: without('channel'), anyAuthor: without('by'), anyTime: without('after', 'before') };
}

/** All but the words. */
function addMeant(segment: Segment, { tags, channels, authors, trait, from, before }: Meaning, found: Bits): void {
  if (tags && tags.size > 0) addTagged(segment, tags, found);
  if (channels && channels.size > 0) addNumbered(segment.list('channelIds'), segment.list('channel'), channels, found);
  if (authors && authors.size > 0) addNumbered(segment.list('authorIds'), segment.list('author'), authors, found);
  if (trait !== undefined) addIf(segment.list('traits'), (traits) => (traits & trait) !== 0, found);
  if (from !== undefined) addIf(segment.list('postTime'), (time) => time >= from, found);
  if (before !== undefined) addIf(segment.list('postTime'), (time) => time < before, found);
}

function addIf(numbers: ArrayLike<number>, isMeant: (number: number) => boolean, found: Bits): void {
  for (let i = 0; i < numbers.length; i++) if (isMeant(numbers[i] ?? 0)) found.add(i);
}

/** For each number that stands for an id, whether that is wanted. */
function wantedNumbers(ids: readonly string[], wanted: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(ids, (id) => Number(wanted.has(id)));
}

function addNumbered(ids: readonly string[], numbers: ArrayLike<number>, wanted: ReadonlySet<string>, found: Bits): void {
  const isWanted = wantedNumbers(ids, wanted);
  addIf(numbers, (number) => isWanted[number] === 1, found);
}

function addTagged(segment: Segment, wanted: ReadonlySet<string>, found: Bits): void {
  const isWanted = wantedNumbers(segment.list('tagIds'), wanted);
  const [counts, tags] = [segment.list('tagCount'), segment.list('tag')];
  for (let i = 0, at = 0; i < counts.length; i++) {
    for (const end = at + (counts[i] ?? 0); at < end; at++) if (isWanted[tags[at] ?? 0] === 1) found.add(i);
  }
}
