/** Makes a segment of documents, in memory. */
import { createSplitter } from '../../model/words.ts';
import { type Columns, byAge, columnsOf } from './columns.ts';
import { DictionaryWriter, type WordBlock } from './dictionary.ts';
import type { Document } from './document.ts';
import { placesPerDocument, writeOccurrences } from './postings.ts';

export interface SegmentData {
  columns: Columns;
  blocks: WordBlock[];
}

const split = createSplitter();

export function buildSegment(documents: readonly Document[]): SegmentData {
  const sorted = documents.toSorted(byAge);
  /** Where each word stands, in ascending order: `document * placesPerDocument + place`. */
  const occurrences = new Map<string, number[]>();
  for (const [number, { texts }] of sorted.entries()) {
    let at = number * placesPerDocument;
    for (const text of texts) {
      for (const word of split(text)) {
        const known = occurrences.get(word);
        if (known) known.push(at);
        else occurrences.set(word, [at]);
        at++;
      }
      // The last word of a text and the first of the next stand in no phrase.
      at++;
    }
  }
  const writer = new DictionaryWriter(sorted.length);
  const blocks = [...occurrences.keys()].sort().flatMap((word) => {
    const ofWord = occurrences.get(word) ?? [];
    return writer.add(word, documentsOf(ofWord), (bytes) => writeOccurrences(bytes, ofWord)) ?? [];
  });
  return { columns: columnsOf(sorted), blocks: [...blocks, ...[writer.finish()].filter((block) => block !== undefined)] };
}

function documentsOf(occurrences: readonly number[]): number[] {
  const documents: number[] = [];
  for (const occurrence of occurrences) {
    const document = Math.floor(occurrence / placesPerDocument);
    if (document !== documents[documents.length - 1]) documents.push(document);
  }
  return documents;
}
