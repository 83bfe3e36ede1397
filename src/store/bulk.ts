/**
 * Changes many annotations at once: gives and takes tags, or deletes. Some hundreds in each transaction, so that whoever
 * else writes never waits for long; what was done until it is cancelled, or fails, is done and can be taken back.
 */
import { maxTagsPerAnnotation, tagKey, tagMeanings, tagsMeant, uniteTags } from '../model/tag.ts';
import { ownAuthorId } from './authors.ts';
import { countChanges } from './backup.ts';
import { type Batched, type BulkOptions, inBatches } from './bulk-batches.ts';
import { type BulkUndone, type Retagged, takeBackDeletion, takeBackTags } from './bulk-undo.ts';
import { type AnnotationRow, type Database, type TagRow, tagIdsOf } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';
import { withFreshTags } from './tags.ts';

/**
 * Tags by name: those to be added are made where there are none; removed is whatever stands for a tag of that name. Where
 * both are given, the one takes the place of the other: those are added where one of these was.
 */
export type BulkChange = { add: readonly string[]; remove: readonly string[] } | 'delete';

/** What became of the annotations that it came to. */
export interface BulkTally {
  changed: number;
  /** Were so already. */
  same: number;
  /** Written by others: their tags are theirs. */
  others: number;
  /** Would have had more tags than an annotation may have. */
  full: number;
  /** Deleted meanwhile, or erased. */
  gone: number;
}

export interface BulkOutcome extends Batched {
  tally: BulkTally;
  /** Takes back what this step did, and nothing else. Where it was stopped it goes on when it is called again. */
  undo: (options: BulkOptions) => Promise<BulkUndone>;
}

/** @returns what was done; also when it failed on the way, in which case `error` is there */
export async function changeMany(db: Database, ids: readonly string[], change: BulkChange, options: BulkOptions): Promise<BulkOutcome> {
  const tally: BulkTally = { changed: 0, same: 0, others: 0, full: 0, gone: 0 };
  const count = (part: BulkTally) => {
    for (const key of ['changed', 'same', 'others', 'full', 'gone'] as const) tally[key] += part[key];
    return part.changed;
  };
  const { now } = options;
  if (change === 'delete') {
    const deleted: string[] = [];
    const batched = await inBatches(ids, options, async (batch) => {
      const part = await deleteBatch(db, batch, now);
      deleted.push(...part.deleted);
      return count(part.tally);
    });
    return { ...batched, tally, undo: (undoing) => takeBackDeletion(db, deleted, now, undoing) };
  }
  const journal: Retagged[] = [];
  const made: TagRow[] = [];
  const names = { add: uniteTags(change.add), remove: new Set(change.remove.map(tagKey)) };
  const batched = await inBatches(ids, options, async (batch) => {
    const part = await retagBatch(db, batch, names, now);
    journal.push(...part.journal);
    made.push(...part.made);
    return count(part.tally);
  });
  return { ...batched, tally, undo: (undoing) => takeBackTags(db, journal, made, undoing) };
}

interface Retagging {
  add: readonly string[];
  /** By their keys. */
  remove: ReadonlySet<string>;
}

/** Tags are looked up in each batch anew: between two of them somebody may have renamed or merged them. */
function retagBatch(db: Database, ids: readonly string[], { add, remove }: Retagging, now: number) {
  return db.transaction('rw', [db.annotations, db.tags, db.options, db.changed], async () => {
    const own = await ownAuthorId(db);
    const tags = await db.tags.toArray();
    const meanings = tagMeanings(tags);
    const { tags: added, fresh } = withFreshTags(add, tags.filter(({ key }) => key !== undefined), now);
    const tally: BulkTally = { changed: 0, same: 0, others: 0, full: 0, gone: 0 };
    const changed: AnnotationRow[] = [];
    const journal: Retagged[] = [];
    for (const row of await db.annotations.bulkGet([...ids])) {
      if (!row || row.deletedAt !== undefined) {
        tally.gone++;
        continue;
      }
      if (row.authorId !== own) {
        tally.others++;
        continue;
      }
      const before = tagIdsOf(row);
      const kept = before.filter((id) => !remove.has(tagKey(meanings.get(id)?.name ?? '')));
      const has = new Set(tagsMeant(kept, meanings).map(({ id }) => id));
      const lacking = added.map(({ id }) => id).filter((id) => !has.has(id));
      const hasNoneToExchange = remove.size > 0 && added.length > 0 && kept.length === before.length;
      if (hasNoneToExchange || (kept.length === before.length && lacking.length === 0)) {
        tally.same++;
      } else if (lacking.length > 0 && has.size + lacking.length > maxTagsPerAnnotation) {
        tally.full++;
      } else {
        tally.changed++;
        const after = [...kept, ...lacking];
        const rev = row.rev + 1;
        changed.push({ ...row, tagIds: after, updatedAt: now, rev });
        journal.push({ id: row.id, rev, before, after, updatedAt: row.updatedAt });
      }
    }
    if (changed.length === 0) return { tally, journal, made: [] };
    await db.tags.bulkAdd(fresh);
    await db.annotations.bulkPut(changed);
    await noteChanged(db, changed.map(({ id }) => id));
    await countChanges(db, changed.length, now);
    return { tally, journal, made: fresh };
  });
}

/** Whoever wrote them, and as one alone is deleted: `updatedAt` stays. */
function deleteBatch(db: Database, ids: readonly string[], now: number) {
  return db.transaction('rw', [db.annotations, db.options, db.changed], async () => {
    const rows = (await db.annotations.bulkGet([...ids])).filter((row) => row !== undefined && row.deletedAt === undefined);
    const deleted = rows.flatMap((row) => (row ? [row.id] : []));
    await db.annotations.bulkPut(rows.flatMap((row) => {
      if (!row) return [];
      const { slot: _, ...annotation } = row;
      return [{ ...annotation, deletedAt: now, rev: row.rev + 1 }];
    }));
    await noteChanged(db, deleted);
    await countChanges(db, deleted.length, now);
    const tally: BulkTally = { changed: deleted.length, same: 0, others: 0, full: 0, gone: ids.length - deleted.length };
    return { tally, deleted };
  });
}
