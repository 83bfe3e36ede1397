/** Takes back what one step did to many annotations. What was changed since keeps the change. */
import { targetKey } from '../model/annotation.ts';
import { maxTagsPerAnnotation, tagMeanings, tagsMeant } from '../model/tag.ts';
import { restoreAnnotation } from './annotations.ts';
import { countChanges } from './backup.ts';
import { type Batched, type BulkOptions, inBatches } from './bulk-batches.ts';
import { rowsWith } from './rows-with.ts';
import { type AnnotationRow, type Database, type TagRow, annotationRow, tagIdsOf } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';

export interface BulkUndone extends Batched {
  restored: number;
  /** Were changed since in a way that leaves nothing to take back, or are gone. */
  stay: number;
}

/** What the step did to the tags of one annotation. */
export interface Retagged {
  id: string;
  /** The revision that it made. */
  rev: number;
  /** Ids of its tags. */
  before: readonly string[];
  after: readonly string[];
  /** As it was before. */
  updatedAt: number;
}

/** @param made the tags that did not exist before; they go where nothing else uses them by now */
export async function takeBackTags(
  db: Database, journal: Retagged[], made: readonly TagRow[], options: BulkOptions,
): Promise<BulkUndone> {
  const undone = await takeBack(journal, options, (batch) => restoreTags(db, batch, options.now));
  const failure = undone.left > 0 ? {} : await dropUnused(db, made).then(() => ({}), (error: unknown) => ({ error }));
  return { ...undone, ...failure };
}

/** @param at when they were deleted: what was restored and deleted again since was deleted by somebody else */
export function takeBackDeletion(db: Database, deleted: string[], at: number, options: BulkOptions): Promise<BulkUndone> {
  return takeBack(deleted, options, (batch) => restoreDeleted(db, batch, at, options.now));
}

/** Each batch that is done leaves the list, so that nothing is taken back twice. */
async function takeBack<T>(entries: T[], options: BulkOptions, work: (batch: readonly T[]) => Promise<number>): Promise<BulkUndone> {
  let [restored, stay] = [0, 0];
  const batched = await inBatches([...entries], options, async (batch) => {
    const count = await work(batch);
    entries.splice(0, batch.length);
    restored += count;
    stay += batch.length - count;
    return count;
  });
  return { ...batched, restored, stay };
}

function restoreTags(db: Database, batch: readonly Retagged[], now: number): Promise<number> {
  return db.transaction('rw', [db.annotations, db.tags, db.options, db.changed], async () => {
    const rows = await db.annotations.bulkGet(batch.map(({ id }) => id));
    const tags = await db.tags.toArray();
    const meanings = tagMeanings(tags);
    const restored = batch.flatMap(({ rev, before, after, updatedAt }, i): AnnotationRow[] => {
      const row = rows[i];
      if (!row) return [];
      const former = before.filter((id) => meanings.has(id));
      // With a revision above: a form that still edits what the step made must not overwrite what is back.
      if (row.rev === rev) return [{ ...row, tagIds: former, updatedAt, rev: rev + 1 }];
      const kept = tagIdsOf(row).filter((id) => before.includes(id) || !after.includes(id));
      const has = new Set(tagsMeant(kept, meanings).map(({ id }) => id));
      const back = former.filter((id) => !after.includes(id) && !kept.includes(id) && !has.has(meanings.get(id)?.id ?? ''));
      const isSame = kept.length === tagIdsOf(row).length && back.length === 0;
      return isSame || has.size + back.length > maxTagsPerAnnotation ? [] : [{ ...row, tagIds: [...kept, ...back], updatedAt: now, rev: row.rev + 1 }];
    });
    await db.annotations.bulkPut(restored);
    await noteChanged(db, restored.map(({ id }) => id));
    await countChanges(db, restored.length, now);
    return restored.length;
  });
}

async function dropUnused(db: Database, made: readonly TagRow[]): Promise<void> {
  await db.transaction('rw', [db.annotations, db.tags], async () => {
    for (const { id, rev } of made) {
      const isAsMade = (await db.tags.get(id))?.rev === rev;
      const uses = await db.annotations.where('tagIds').equals(id).count() + await db.tags.filter(({ mergedInto }) => mergedInto === id).count();
      if (isAsMade && uses === 0) await db.tags.delete(id);
    }
  });
}

/** Those whose place is free come back together; where another one stands, or stood, in it, one by one. */
function restoreDeleted(db: Database, ids: readonly string[], at: number, now: number): Promise<number> {
  const tables = [
    db.annotations, db.captures, db.originals, db.sightings, db.channels, db.tags, db.authors, db.drafts, db.options, db.changed,
  ];
  return db.transaction('rw', tables, async () => {
    const rows = (await db.annotations.bulkGet([...ids])).flatMap((row) => (row?.deletedAt === at ? [row] : []));
    const times = new Map<string, number>();
    for (const row of await rowsWith(db.annotations, '[channelRef+postId]', rows.map(({ channelRef, postId }) => [channelRef, postId]))) {
      times.set(placeOf(row), (times.get(placeOf(row)) ?? 0) + 1);
    }
    const isAlone = (row: AnnotationRow) => times.get(placeOf(row)) === 1;
    const alone = rows.filter(isAlone);
    await db.annotations.bulkPut(alone.map(({ deletedAt: _, ...annotation }) => annotationRow({ ...annotation, rev: annotation.rev + 1 })));
    await noteChanged(db, alone.map(({ id }) => id));
    await countChanges(db, alone.length, now);
    for (const { id } of rows.filter((row) => !isAlone(row))) await restoreAnnotation(db, id, now);
    return rows.length;
  });
}

function placeOf({ authorId, channelRef, postId, target }: AnnotationRow): string {
  return [authorId, channelRef, postId, targetKey(target)].join(' ');
}
