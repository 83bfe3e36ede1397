/** Takes back what one row of an import did. Each function runs in the caller's transaction. */
import { forgetOwnAuthor, ownAuthorId } from './authors.ts';
import { dropUnusedCaptures } from './captures.ts';
import type { ImportJournal } from './imports.ts';
import { noteChanged } from './search/note-changed.ts';
import { type Database, tagIdsOf } from './schema.ts';

const batchSize = 500;

/** @returns how many annotations stay, because they were changed after the import */
export async function undoChunk(db: Database, { annotations, captures }: ImportJournal): Promise<number> {
  const rows = await db.annotations.bulkGet(annotations.map(({ id }) => id));
  const untouched = annotations.filter(({ rev }, i) => rows[i]?.rev === rev);
  // With a revision above: a form that still edits the import's text must not overwrite what is back.
  const restored = untouched.flatMap(({ rev, before }) => (before ? [{ ...before, rev: rev + 1 }] : []));
  await db.annotations.bulkDelete(untouched.flatMap(({ id, before }) => (before ? [] : [id])));
  await db.annotations.bulkPut(restored);
  await noteChanged(db, untouched.map(({ id }) => id));
  await dropUnusedCaptures(db, captures);
  return rows.filter((row, i) => row !== undefined && row.rev !== annotations[i]?.rev).length;
}

/** Drops the authors, tags and channels that the import made and nothing uses. */
export async function undoHead(db: Database, { authors, tags, channels }: ImportJournal): Promise<void> {
  const used = new Set<string>();
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    for (const row of rows) for (const id of [row.authorId, row.channelRef, ...tagIdsOf(row)]) used.add(id);
    const end = rows.at(-1);
    if (!end) break;
    last = end.id;
  }
  // A tag that another was merged into is what that one's annotations have.
  for (const { mergedInto } of await db.tags.toArray()) if (mergedInto !== undefined) used.add(mergedInto);
  for (const [channelRef] of await db.drafts.toCollection().primaryKeys()) used.add(channelRef);
  const unused = (id: string) => !used.has(id);
  const own = await ownAuthorId(db);
  if (own !== undefined && authors.includes(own) && unused(own)) await forgetOwnAuthor(db);
  await db.authors.bulkDelete(authors.filter(unused));
  await db.tags.bulkDelete(tags.filter(unused));
  await db.channels.bulkDelete(channels.filter(unused));
}
