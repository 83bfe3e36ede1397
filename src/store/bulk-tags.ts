/** Which tags many annotations have: what can be taken from them. */
import type { Tag } from '../model/tag.ts';
import { tagMeanings, tagsMeant } from '../model/tag.ts';
import { ownAuthorId } from './authors.ts';
import { type Database, tagIdsOf } from './schema.ts';

const batchSize = 500;

export interface TagCount {
  name: string;
  /** How many of them have it. */
  count: number;
}

/** Of those of the annotations that are one's own and live; what most have comes first. */
export async function tagsOf(db: Database, ids: readonly string[]): Promise<TagCount[]> {
  const own = await ownAuthorId(db);
  const meanings = tagMeanings(await db.tags.toArray());
  const counts = new Map<Tag, number>();
  for (let at = 0; at < ids.length; at += batchSize) {
    for (const row of await db.annotations.bulkGet(ids.slice(at, at + batchSize))) {
      if (!row || row.deletedAt !== undefined || row.authorId !== own) continue;
      for (const tag of tagsMeant(tagIdsOf(row), meanings)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts].map(([{ name }, count]) => ({ name, count })).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
