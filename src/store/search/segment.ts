/**
 * A segment to search in: one that is stored, of which only what is asked for is read, or one in memory. What is read at
 * all is read side by side, before anything is made of it: each request is a way to another process and back.
 */
import type { Database } from '../schema.ts';
import type { SegmentData } from './build-segment.ts';
import { type ColumnName, type Columns, idsPerPart } from './columns.ts';
import type { Block, Postings } from './postings.ts';
import { type BlockRow, DamagedIndexError } from './rows.ts';

/** What can be loaded; `firstWords` are those of each block. */
export interface Lists extends Omit<Columns, 'ids'> {
  firstWords: readonly string[];
}
export type ListName = ColumnName | 'firstWords';

export interface Segment {
  readonly size: number;
  /** Reads what is not in memory yet. */
  load(names: readonly ListName[]): PromiseLike<unknown>;
  /** What was loaded. */
  list<Name extends ListName>(name: Name): Lists[Name];
  /** Of these documents, in their order. */
  ids(documents: readonly number[]): PromiseLike<string[]>;
  /** Which documents hold the words of these blocks; and where in them. */
  postings(blocks: readonly number[]): PromiseLike<Postings[]>;
  places(blocks: readonly number[]): PromiseLike<Block[]>;
}

export function memorySegment({ columns, blocks }: SegmentData): Segment {
  const lists: Lists = { ...columns, firstWords: blocks.map(({ postings: { words: [first = ''] } }) => first) };
  const none: Postings = { words: [], ends: new Uint32Array(), bytes: new Uint8Array() };
  return {
    size: columns.ids.length,
    load: () => Promise.resolve(),
    list: (name) => lists[name],
    ids: (documents) => Promise.resolve(documents.map((number) => columns.ids[number] ?? '')),
    postings: (numbers) => Promise.resolve(numbers.map((number) => blocks[number]?.postings ?? none)),
    places: (numbers) => Promise.resolve(numbers.map((number) => blocks[number]?.places ?? none)),
  };
}

/** Lists that were read stay in memory: a segment never changes. */
export function storedSegment(db: Database, id: number, size: number): Segment {
  const lists: Partial<Lists> = {};
  const damaged = (what: string) => new DamagedIndexError(`segment ${id}, ${what}`);

  function keep<Name extends ListName>(name: Name, stored: unknown): void {
    const values = name === 'firstWords' && typeof stored === 'string' ? lines(stored) : stored;
    if (!isList(name, values, size)) throw damaged(name);
    lists[name] = values;
  }

  return {
    size,
    load(names) {
      const missing = names.filter((name) => lists[name] === undefined);
      if (missing.length === 0) return Promise.resolve();
      return db.columns.bulkGet(missing.map((name) => [id, name, 0])).then((rows) => {
        missing.forEach((name, i) => keep(name, rows[i]?.values));
      });
    },
    list<Name extends ListName>(name: Name): Lists[Name] {
      const list: Lists[Name] | undefined = lists[name];
      if (list === undefined) throw new Error(`${name} was not loaded`);
      return list;
    },
    ids(documents) {
      const parts = [...new Set(documents.map((number) => Math.floor(number / idsPerPart)))];
      return db.columns.bulkGet(parts.map((part) => [id, 'ids', part])).then((rows) => {
        const byPart = new Map(parts.map((part, i) => {
          const values = rows[i]?.values;
          return [part, typeof values === 'string' ? lines(values) : []];
        }));
        return documents.map((number) => (
          byPart.get(Math.floor(number / idsPerPart))?.[number % idsPerPart] ?? fail(damaged(`id of ${number}`))
        ));
      });
    },
    // By their keys, side by side: of many rows that are not tiny, Chromium's getAll takes longer.
    postings: (blocks) => db.postings.bulkGet(blocks.map((block) => [id, block])).then((rows) => (
      rows.map((row, i) => checkedPostings(row) ?? fail(damaged(`postings ${blocks[i]}`)))
    )),
    places: (blocks) => db.places.bulkGet(blocks.map((block) => [id, block])).then((rows) => (
      rows.map((row, i) => checkedBlock(row) ?? fail(damaged(`places ${blocks[i]}`)))
    )),
  };
}

function fail(error: Error): never {
  throw error;
}

function isStrings(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((each) => typeof each === 'string');
}

/** Lists that have one number for each document. */
const perDocument: readonly string[] = ['updatedAt', 'createdAt', 'postTime', 'tie', 'traits', 'channel', 'author', 'tagCount'];

function isList<Name extends ListName>(name: Name, values: unknown, size: number): values is Lists[Name] {
  if (name === 'firstWords' || name === 'channelIds' || name === 'authorIds' || name === 'tagIds') return isStrings(values);
  const isNumbers = values instanceof Float64Array || values instanceof Uint32Array || values instanceof Uint16Array || values instanceof Uint8Array;
  return isNumbers && (!perDocument.includes(name) || values.length === size);
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function checkedPostings(row: BlockRow | undefined): Postings | undefined {
  const block = checkedBlock(row);
  const words = typeof row?.words === 'string' ? lines(row.words) : [];
  return block && words.length === block.ends.length ? { ...block, words } : undefined;
}

function checkedBlock(row: BlockRow | undefined): Block | undefined {
  const isSound = row && row.ends instanceof Uint32Array && row.bytes instanceof Uint8Array && (row.ends.at(-1) ?? 0) === row.bytes.length;
  return isSound ? { ends: row.ends, bytes: row.bytes } : undefined;
}
