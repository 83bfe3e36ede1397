/** Indexes everything anew, a batch at a time. For whoever holds the lock of the index, but for the beginning. */
import * as v from 'valibot';
import type { Database } from '../schema.ts';
import { buildSegment } from './build-segment.ts';
import { readDocuments } from './catalogue.ts';
import { commit } from './commit.ts';
import { batchSize } from './batch-size.ts';
import { ChangedRow, rebuildRow } from './rows.ts';
import { storeSegment } from './store-segment.ts';

export interface IndexingProgress {
  done: number;
  total: number;
}

/** From now on nothing counts as indexed. Whatever is at work on the index finds it gone and gives up. */
export async function beginRebuild(db: Database): Promise<void> {
  await db.transaction('rw', [db.segments, db.columns, db.postings, db.places, db.changed], async () => {
    for (const table of [db.segments, db.columns, db.postings, db.places, db.changed]) await table.clear();
    await db.changed.add(rebuildRow);
  });
}

/** How far it is; undefined when nothing is being indexed anew. */
export async function rebuildProgress(db: Database): Promise<IndexingProgress | undefined> {
  const row = await unfinished(db);
  return row && { done: row.done, total: row.total ?? await db.annotations.count() };
}

/** The note that says so. Others may stand before it. */
export async function unfinished(db: Database) {
  const row = await db.changed.filter((each) => 'after' in each).first();
  const { success, output } = v.safeParse(ChangedRow, row);
  return success && 'after' in output ? output : undefined;
}

/** Indexes the next batch. @returns whether there was one */
export async function continueRebuild(db: Database, now: number): Promise<boolean> {
  const row = await unfinished(db);
  if (!row) return false;
  const total = row.total ?? await db.annotations.count();
  const { ids, documents } = await db.transaction('r', [db.annotations, db.captures, db.channels, db.authors, db.tags, db.options], async () => {
    const next = await db.annotations.where('id').above(row.after).limit(batchSize).primaryKeys();
    return { ids: next, documents: await readDocuments(db, next) };
  });
  const { columns, blocks } = buildSegment(documents);
  const last = ids.at(-1);
  await commit(db, {
    ...(documents.length > 0 && { segment: await storeSegment(db, columns, blocks) }),
    superseded: new Set(), notes: [row.seq], replaced: [],
    // A row of its own each time: one that a new beginning took away is not put back.
    ...(last !== undefined && { note: { after: last, done: row.done + ids.length, total } }),
  }, now);
  return true;
}
