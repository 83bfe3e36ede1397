import { keptTagsOption } from './kept-tags.ts';
import type { Database } from './schema.ts';
import { tagsKnown } from './tags.ts';

/** @param names of those that are to be kept, as far as there are such tags; undefined for none any more */
export async function keepTags(db: Database, names: readonly string[] | undefined): Promise<void> {
  await db.transaction('rw', [db.options, db.tags], async () => {
    if (names === undefined) await db.options.delete(keptTagsOption);
    else {
      const known = await tagsKnown(db, names);
      await db.options.put({ name: keptTagsOption, value: known.map(({ id }) => id) });
    }
  });
}
