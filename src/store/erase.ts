import { forgetOwnAuthor } from './authors.ts';
import { forgetChanges } from './backup.ts';
import { keptTagsOption } from './kept-tags.ts';
import type { Database } from './schema.ts';

/** Erases everything that was written or kept, for good. What the person set stays. */
export async function eraseEverything(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.filter((table) => table.name !== db.options.name).map((table) => table.clear()));
    await forgetOwnAuthor(db);
    await db.options.delete(keptTagsOption);
    // Else a copy that is saved by itself would put an empty file in the place of the last one.
    await forgetChanges(db);
  });
}
