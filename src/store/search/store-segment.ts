/** Writes a segment, which counts once it is `ready`; until then nobody misses it. */
import { Dexie } from 'dexie';
import type { Database } from '../schema.ts';
import { type Columns, idsPerPart } from './columns.ts';
import type { WordBlock } from './dictionary.ts';
import type { ColumnRow } from './rows.ts';

/** Enough rows at once to be quick, few enough to hold nobody up. */
const blocksPerTransaction = 100;

/** The index is no longer what it was when the work on it began: all data were deleted, perhaps. */
export class IndexGoneError extends Error {
  constructor() {
    super('the index was taken away while it was worked on');
    this.name = 'IndexGoneError';
  }
}

export async function storeSegment(db: Database, columns: Columns, blocks: AsyncIterable<WordBlock> | Iterable<WordBlock>): Promise<number> {
  const { ids, ...lists } = columns;
  const segment = await db.segments.add({ ready: false, size: ids.length, dead: 0 });
  await whileThere(db, segment, async () => {
    const rows: ColumnRow[] = Object.entries(lists).map(([name, values]) => ({ segment, name, part: 0, values }));
    for (let at = 0, part = 0; at < ids.length; at += idsPerPart) {
      rows.push({ segment, name: 'ids', part: part++, values: ids.slice(at, at + idsPerPart).join('\n') });
    }
    await db.columns.bulkAdd(rows);
  });
  const firstWords: string[] = [];
  let waiting: WordBlock[] = [];
  const flush = () => whileThere(db, segment, async () => {
    const from = firstWords.length - waiting.length;
    await Promise.all([
      db.postings.bulkAdd(waiting.map(({ postings }, i) => ({ segment, block: from + i, ...postings, words: postings.words.join('\n') }))),
      db.places.bulkAdd(waiting.map(({ places }, i) => ({ segment, block: from + i, ...places }))),
    ]);
    waiting = [];
  });
  for await (const block of blocks) {
    firstWords.push(block.postings.words[0] ?? '');
    waiting.push(block);
    if (waiting.length === blocksPerTransaction) await flush();
  }
  await flush();
  await whileThere(db, segment, () => db.columns.add({ segment, name: 'firstWords', part: 0, values: firstWords.join('\n') }));
  return segment;
}

/** Not a word is written once all was deleted. */
async function whileThere(db: Database, segment: number, write: () => PromiseLike<unknown>): Promise<void> {
  await db.transaction('rw', db.segments, db.columns, db.postings, db.places, async () => {
    if (!(await db.segments.get(segment))) throw new IndexGoneError();
    await write();
  });
}

/** Runs in the caller's transaction, or each by itself. */
export async function dropSegments(db: Database, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    for (const table of [db.columns, db.postings, db.places]) await table.where(':id').between([id], [id, Dexie.maxKey]).delete();
  }
  await db.segments.bulkDelete([...ids]);
}
