/** Tags with which the next annotation begins, as long as the reader wishes that. */
import * as v from 'valibot';
import { Id } from '../model/id.ts';
import { tagsMeant } from '../model/tag.ts';
import type { Database } from './schema.ts';
import { meaningsOf } from './tag-meanings.ts';

/** By their ids, so that a rename is followed. */
export const keptTagsOption = 'keptTags';

/** @returns their names; undefined when none are to be kept */
export async function readKeptTags(db: Database): Promise<string[] | undefined> {
  const { success, output } = v.safeParse(v.array(Id), (await db.options.get(keptTagsOption))?.value);
  return success ? tagsMeant(output, await meaningsOf(db, output)).map(({ name }) => name) : undefined;
}
