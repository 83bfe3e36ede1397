/**
 * Makes one segment of several, without the documents that do not count any more; a block of words at a time, so that
 * memory stays bounded.
 */
import type { Database } from '../schema.ts';
import { type Columns, type Facts, byAge, columnNames, columnsOf, factsOf } from './columns.ts';
import { type WordBlock, DictionaryWriter } from './dictionary.ts';
import { deadDocuments } from './documents.ts';
import type { SegmentRow } from './rows.ts';
import { type Segment, storedSegment } from './segment.ts';
import { type Source, Uses, WordCursor } from './word-cursor.ts';

export interface Merged {
  columns: Columns;
  blocks: AsyncGenerator<WordBlock>;
}

export async function mergeSegments(db: Database, segments: readonly SegmentRow[]): Promise<Merged> {
  const sources: Source[] = [];
  const living: { facts: Facts; source: Source; number: number }[] = [];
  for (const row of segments) {
    const segment = storedSegment(db, row.id, row.size);
    const source = { segment, numbers: new Int32Array(row.size).fill(-1) };
    const dead = new Set(await deadDocuments(db, row));
    let number = 0;
    for (const facts of factsOf(await readColumns(segment))) {
      if (!dead.has(number)) living.push({ facts, source, number });
      number++;
    }
    sources.push(source);
  }
  living.sort((a, b) => byAge(a.facts, b.facts));
  for (const [to, { source, number }] of living.entries()) source.numbers[number] = to;
  return { columns: columnsOf(living.map(({ facts }) => facts)), blocks: mergeBlocks(sources, living.length) };
}

async function readColumns(segment: Segment): Promise<Columns> {
  const { list } = segment;
  await segment.load([...columnNames, 'firstWords']);
  return {
    updatedAt: list('updatedAt'), createdAt: list('createdAt'), postTime: list('postTime'), tie: list('tie'), traits: list('traits'),
    channel: list('channel'), author: list('author'), tagCount: list('tagCount'), tag: list('tag'),
    channelIds: list('channelIds'), authorIds: list('authorIds'), tagIds: list('tagIds'),
    ids: await segment.ids(Array.from({ length: segment.size }, (_, number) => number)),
  };
}

/** The words of all sources in order, each once. */
async function* mergeBlocks(sources: readonly Source[], size: number): AsyncGenerator<WordBlock> {
  const writer = new DictionaryWriter(size);
  const cursors = sources.map((source) => new WordCursor(source));
  await Promise.all(cursors.map((cursor) => cursor.next()));
  for (;;) {
    const word = least(cursors);
    if (word === undefined) break;
    const uses = new Uses(size);
    for (const cursor of cursors) {
      if (cursor.word !== word) continue;
      cursor.addTo(uses);
      if (cursor.atEndOfBlock) await cursor.next();
      else cursor.step();
    }
    const block = !uses.isEmpty ? writer.add(word, uses.sort(), (bytes) => uses.writePlaces(bytes)) : undefined;
    if (block) yield block;
  }
  const last = writer.finish();
  if (last) yield last;
}

function least(cursors: readonly WordCursor[]): string | undefined {
  let first: string | undefined;
  for (const { word } of cursors) if (word !== undefined && (first === undefined || word < first)) first = word;
  return first;
}
