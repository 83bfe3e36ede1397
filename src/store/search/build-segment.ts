/** Makes a segment of documents, in memory. */
import { createSplitter } from '../../model/words.ts';
import { type Columns, byAge, columnsOf } from './columns.ts';
import { DictionaryWriter, type WordBlock } from './dictionary.ts';
import type { Document } from './document.ts';
import { writePlaces } from './postings.ts';

export interface SegmentData {
  columns: Columns;
  blocks: WordBlock[];
}

/** Where a word stands: in which documents, in ascending order, how often in each, and the places of all, one after the other. */
interface Occurrences {
  documents: number[];
  counts: number[];
  places: number[];
}

const split = createSplitter();

export function buildSegment(documents: readonly Document[]): SegmentData {
  const sorted = documents.toSorted(byAge);
  const byWord = new Map<string, Occurrences>();
  for (const [number, { texts }] of sorted.entries()) {
    let place = 0;
    for (const text of texts) {
      for (const word of split(text)) note(byWord, word, number, place++);
      // The last word of a text and the first of the next stand in no phrase.
      place++;
    }
  }
  const writer = new DictionaryWriter(sorted.length);
  const blocks = [...byWord.keys()].sort().flatMap((word) => {
    const { documents: numbers, counts, places } = byWord.get(word) ?? { documents: [], counts: [], places: [] };
    let at = 0;
    return writer.add(word, numbers, (bytes) => {
      for (const count of counts) writePlaces(bytes, places.slice(at, at += count));
    }) ?? [];
  });
  return { columns: columnsOf(sorted), blocks: [...blocks, ...[writer.finish()].filter((block) => block !== undefined)] };
}

function note(byWord: Map<string, Occurrences>, word: string, document: number, place: number): void {
  const known = byWord.get(word);
  if (!known) {
    byWord.set(word, { documents: [document], counts: [1], places: [place] });
    return;
  }
  const last = known.documents.length - 1;
  if (known.documents[last] === document) {
    known.counts[last] = (known.counts[last] ?? 0) + 1;
  } else {
    known.documents.push(document);
    known.counts.push(1);
  }
  known.places.push(place);
}
