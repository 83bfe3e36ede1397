/** Walks through all that is stored and tells what is wrong with it. Reads only. */
import type { Table } from 'dexie';
import { type CheckedTable, type Entry, type Problem, checkedTables, fieldOf, inspections } from './check-rows.ts';
import type { Database } from './schema.ts';
import { checkIndex } from './search/check-index.ts';

/** Living rows of each kind; deleted annotations, which can still be taken back, apart. */
export type Counts = Record<'annotations' | 'deleted' | 'captures' | 'channels' | 'tags' | 'authors' | 'drafts', number>;

export interface CheckReport {
  counts: Counts;
  problems: Problem[];
}

export interface CheckOptions {
  /** Told now and then how many rows of how many were looked at. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the walk, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Rows looked at together: few of those that are large. */
function batchSize(table: CheckedTable): number {
  return table === 'originals' ? 50 : 500;
}

/**
 * Each batch is read together with what it points to in one transaction, so that what is written meanwhile waits no
 * longer than a batch takes and is never seen by half.
 */
export async function checkData(db: Database, { onProgress, signal }: CheckOptions = {}): Promise<CheckReport> {
  const tables = checkedTables.map((name) => db.table(name));
  const sizes = await Promise.all(tables.map((table) => table.count()));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const counts: Counts = { annotations: 0, deleted: 0, captures: 0, channels: 0, tags: 0, authors: 0, drafts: 0 };
  const problems: Problem[] = [];
  let done = 0;
  for (const name of checkedTables) {
    for (let last: unknown; ;) {
      signal?.throwIfAborted();
      const keys = await db.transaction('r', tables, async () => {
        const batch = await entriesAfter(db.table(name), last, batchSize(name));
        problems.push(...await inspections[name](db, batch.entries));
        for (const { row } of batch.entries) {
          const counted = countedAs(name, row);
          if (counted) counts[counted] += 1;
        }
        return batch.keys;
      });
      if (keys.length === 0) break;
      last = keys.at(-1);
      done += keys.length;
      onProgress?.(done, Math.max(done, total));
    }
  }
  signal?.throwIfAborted();
  problems.push(...await checkIndex(db));
  return { counts, problems };
}

async function entriesAfter(table: Table<unknown, unknown>, last: unknown, limit: number): Promise<{ keys: unknown[]; entries: Entry[] }> {
  const batch = () => (last === undefined ? table.orderBy(':id') : table.where(':id').above(last)).limit(limit);
  const keys = await batch().primaryKeys();
  const rows = await batch().toArray();
  return { keys, entries: rows.map((row, i) => ({ id: String(keys[i]), row })) };
}

/** @returns undefined for what is not counted */
function countedAs(table: CheckedTable, row: unknown): keyof Counts | undefined {
  const isGone = fieldOf(row, 'deletedAt') !== undefined || fieldOf(row, 'mergedInto') !== undefined;
  switch (table) {
    case 'originals':
    case 'sightings':
    case 'options':
    case 'worklist': return undefined;
    case 'annotations': return isGone ? 'deleted' : table;
    case 'tags': return isGone ? undefined : table;
    case 'captures':
    case 'channels':
    case 'authors':
    case 'drafts': return table;
  }
}
