/** Makes a segment of what was noted. For whoever holds the lock of the index. */
import * as v from 'valibot';
import type { Database } from '../schema.ts';
import { batchSize } from './batch-size.ts';
import { buildSegment } from './build-segment.ts';
import { type Commit, commit } from './commit.ts';
import type { Document } from './document.ts';
import { readDocuments } from './documents.ts';
import { unfinished } from './progress.ts';
import { ChangedRow } from './rows.ts';
import { storeSegment } from './store-segment.ts';

/** What a writer still has in memory, by the note with which it wrote it; it need not be read again. */
export type KnownDocuments = ReadonlyMap<number, readonly Document[]>;

/** @returns whether there was anything to do */
export async function indexChanges(db: Database, now: number, known: KnownDocuments = new Map()): Promise<boolean> {
  const noted = await db.transaction('r', [db.changed, db.annotations, db.captures, db.channels, db.authors, db.tags, db.options], async () => {
    // An annotation that is yet to come in its turn would be indexed twice.
    if (await unfinished(db)) return undefined;
    const seqs = new Map<string, number>();
    const rows: number[] = [];
    for (const row of await db.changed.limit(batchSize).toArray()) {
      const { success, output } = v.safeParse(ChangedRow, row);
      rows.push(row.seq);
      for (const id of success && 'ids' in output ? output.ids : []) seqs.set(id, row.seq);
      if (seqs.size >= batchSize) break;
    }
    const remembered = [...known].flatMap(([seq, documents]) => documents.filter(({ id }) => seqs.get(id) === seq));
    const unread = new Set(seqs.keys());
    for (const { id } of remembered) unread.delete(id);
    return { rows, ids: new Set(seqs.keys()), documents: [...remembered, ...await readDocuments(db, [...unread])] };
  });
  if (!noted || noted.rows.length === 0) return false;
  const { columns, blocks } = buildSegment(noted.documents);
  const made: Partial<Commit> = noted.documents.length === 0 ? {} : { segment: await storeSegment(db, columns, blocks) };
  await commit(db, { ...made, superseded: noted.ids, notes: noted.rows, replaced: [] }, now);
  return true;
}
