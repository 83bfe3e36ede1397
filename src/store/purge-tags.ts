/** What tags were called that were deleted or merged long ago: annotations forget them, and they go for good. */
import { keptSince } from '../model/deleted.ts';
import { type Tag, tagsMeant } from '../model/tag.ts';
import { type Database, tagIdsOf } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';
import { meaningsOf } from './tag-meanings.ts';

const batchSize = 500;

/**
 * Nothing that is shown changes, so that no annotation is a revision older for it. An import that can still be taken back
 * may bring any of them back: then they wait.
 */
export async function purgeTags(db: Database, now: number): Promise<void> {
  const due = (await db.tags.toArray()).filter((tag) => isGone(tag) && tag.updatedAt < keptSince(now));
  if (due.length === 0 || await db.imports.count() > 0) return;
  for (const { id } of due) {
    while (await forgetSome(db, id) > 0);
  }
  // Not one that another was merged into later, which stands for something by it.
  await db.transaction('rw', db.tags, async () => {
    const used = new Set((await db.tags.toArray()).flatMap(({ mergedInto, updatedAt }) => (
      mergedInto !== undefined && updatedAt >= keptSince(now) ? mergedInto : []
    )));
    await db.tags.bulkDelete(due.map(({ id }) => id).filter((id) => !used.has(id)));
  });
}

function isGone({ deletedAt, mergedInto }: Tag): boolean {
  return deletedAt !== undefined || mergedInto !== undefined;
}

/** @returns how many annotations still had it */
function forgetSome(db: Database, id: string): Promise<number> {
  return db.transaction('rw', [db.annotations, db.tags, db.changed], async () => {
    const rows = await db.annotations.where('tagIds').equals(id).limit(batchSize).toArray();
    const meanings = await meaningsOf(db, rows.flatMap(tagIdsOf));
    await db.annotations.bulkPut(rows.map((row) => ({ ...row, tagIds: tagsMeant(tagIdsOf(row), meanings).map((tag) => tag.id) })));
    await noteChanged(db, rows.map((row) => row.id));
    return rows.length;
  });
}
