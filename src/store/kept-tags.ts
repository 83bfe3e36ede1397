/** Tags with which the next annotation begins, as long as the reader wishes that. By their ids, so that a rename is followed. */
import * as v from 'valibot';
import { Id } from '../model/id.ts';
import type { Database } from './schema.ts';
import { tagNames, tagsKnown } from './tags.ts';

export const keptTagsOption = 'keptTags';

/** @returns their names; undefined when none are to be kept */
export async function readKeptTags(db: Database): Promise<string[] | undefined> {
  const { success, output } = v.safeParse(v.array(Id), (await db.options.get(keptTagsOption))?.value);
  return success ? tagNames(db, output) : undefined;
}

/** @param names of those that are to be kept, as far as there are such tags; undefined for none any more */
export async function keepTags(db: Database, names: readonly string[] | undefined): Promise<void> {
  await db.transaction('rw', [db.options, db.tags], async () => {
    if (names === undefined) await db.options.delete(keptTagsOption);
    else await db.options.put({ name: keptTagsOption, value: (await tagsKnown(db, names)).map(({ id }) => id) });
  });
}
