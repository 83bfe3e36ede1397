/** The one step that ends each piece of work on the index: until it, nothing has changed; after it, all has. */
import * as v from 'valibot';
import type { Database } from '../schema.ts';
import { deadDocuments, documentsWith } from './documents.ts';
import { type NewChangedRow, SegmentRow } from './rows.ts';
import { storedSegment } from './segment.ts';
import { IndexGoneError, dropSegments } from './store-segment.ts';

export interface Commit {
  /** The segment that is whole now. */
  segment?: number;
  /** Annotations whose documents in all other segments do not count any more. */
  superseded: ReadonlySet<string>;
  /** What need not be noted any more, and what is to be noted in its place. */
  notes: readonly number[];
  note?: NewChangedRow;
  /** Segments whose documents are in the new one. */
  replaced: readonly number[];
}

export async function commit(db: Database, { segment, superseded, notes, note, replaced }: Commit, now: number): Promise<void> {
  await db.transaction('rw', [db.segments, db.columns, db.postings, db.places, db.changed], async () => {
    const rows = await readySegments(db);
    const isThere = (segment === undefined || await db.segments.get(segment))
      && replaced.every((id) => rows.some((row) => row.id === id))
      && (await db.changed.bulkGet([...notes])).every((each) => each !== undefined);
    if (!isThere) throw new IndexGoneError();
    for (const row of superseded.size > 0 ? rows : []) await bury(db, row, superseded, now);
    await dropSegments(db, replaced);
    if (segment !== undefined) await db.segments.update(segment, { ready: true });
    await db.changed.bulkDelete([...notes]);
    if (note) await db.changed.add(note);
  });
}

async function bury(db: Database, row: SegmentRow, ids: ReadonlySet<string>, now: number): Promise<void> {
  const died = await documentsWith(storedSegment(db, row.id, row.size), ids);
  const before = new Set(await deadDocuments(db, row));
  const dead = new Set([...before, ...died]);
  if (dead.size === before.size) return;
  await db.columns.put({ segment: row.id, name: 'dead', part: 0, values: Uint32Array.from(dead) });
  await db.segments.put({ ...row, dead: dead.size, deadSince: row.deadSince ?? now });
}

export async function readySegments(db: Database): Promise<SegmentRow[]> {
  return (await db.segments.toArray()).map((row) => v.parse(SegmentRow, row)).filter(({ ready }) => ready);
}
