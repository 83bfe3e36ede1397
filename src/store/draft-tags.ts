/** What is typed and not saved names its tags: a draft that knows one by its former name would make it anew. */
import { type Tag, tagKey, tagMeanings, uniteTags } from '../model/tag.ts';
import type { Database } from './schema.ts';

/** @param former rows of tags that were renamed or merged, as they stood; of deleted ones, drafts keep the names */
export async function renameInDrafts(db: Database, former: readonly Tag[]): Promise<void> {
  await db.transaction('rw', [db.drafts, db.tags], async () => {
    const meanings = tagMeanings(await db.tags.toArray());
    const names = new Map(former.map(({ id, name }) => [tagKey(name), meanings.get(id)?.name]));
    const named = (name: string) => names.get(tagKey(name)) ?? name;
    const drafts = await db.drafts.toArray();
    await db.drafts.bulkPut(drafts.filter(({ tags }) => tags.some((name) => named(name) !== name)).map((draft) => (
      { ...draft, tags: uniteTags(draft.tags.map(named)) }
    )));
  });
}
