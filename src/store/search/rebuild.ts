/** Indexes everything anew, a batch at a time. For whoever holds the lock of the index, but for the beginning. */
import type { Database } from '../schema.ts';
import { buildSegment } from './build-segment.ts';
import { commit } from './commit.ts';
import { batchSize } from './batch-size.ts';
import { documentsOf } from './documents.ts';
import { unfinished } from './progress.ts';
import { rebuildRow } from './rows.ts';
import { storeSegment } from './store-segment.ts';

/** From now on nothing counts as indexed. Whatever is at work on the index finds it gone and gives up. */
export async function beginRebuild(db: Database): Promise<void> {
  await db.transaction('rw', [db.segments, db.columns, db.postings, db.places, db.changed], async () => {
    for (const table of [db.segments, db.columns, db.postings, db.places, db.changed]) await table.clear();
    await db.changed.add(rebuildRow);
  });
}

/** Indexes the next batch. @returns whether there was one */
export async function continueRebuild(db: Database, now: number): Promise<boolean> {
  const row = await unfinished(db);
  if (!row) return false;
  const total = row.total ?? await db.annotations.count();
  const { rows, documents } = await db.transaction('r', [db.annotations, db.captures, db.channels, db.authors, db.tags, db.options], async () => {
    const next = await db.annotations.where('id').above(row.after).limit(batchSize).toArray();
    return { rows: next, documents: await documentsOf(db, next) };
  });
  const { columns, blocks } = buildSegment(documents);
  const last = rows.at(-1)?.id;
  await commit(db, {
    ...(documents.length > 0 && { segment: await storeSegment(db, columns, blocks) }),
    superseded: new Set(), notes: [row.seq], replaced: [],
    // A row of its own each time: one that a new beginning took away is not put back.
    ...(last !== undefined && { note: { after: last, done: row.done + rows.length, total } }),
  }, now);
  return true;
}
