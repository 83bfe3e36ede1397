/** Tags by name and by id. All functions run in the caller's transaction when there is one. */
import { type Tag, tagKey, tagMeanings, tagsMeant } from '../model/tag.ts';
import type { TagUse } from '../model/suggest.ts';
import { rowsWith } from './rows-with.ts';
import { type Database, type TagRow, tagIdsOf, tagRow } from './schema.ts';
import { meaningsOf } from './tag-meanings.ts';

/** The tags of these names, in their order; those that do not exist yet are made. */
export async function tagsNamed(db: Database, names: readonly string[], now: number): Promise<Tag[]> {
  const { tags, fresh } = withFreshTags(names, await tagsKnown(db, names), now);
  await db.tags.bulkAdd(fresh);
  return tags;
}

/** Those of the names that exist. */
export function tagsKnown(db: Database, names: readonly string[]): Promise<TagRow[]> {
  return rowsWith(db.tags, 'key', names.map(tagKey));
}

/** @returns a tag for each name, in their order, and the rows of those that are to be added */
export function withFreshTags(names: readonly string[], known: readonly TagRow[], now: number): { tags: Tag[]; fresh: TagRow[] } {
  const byKey = new Map(known.map((tag) => [tag.key, tag]));
  const fresh: TagRow[] = [];
  const tags = names.map((name) => {
    const found = byKey.get(tagKey(name));
    if (found) return found;
    const tag = tagRow({ id: crypto.randomUUID(), name, createdAt: now, updatedAt: now, rev: 1 });
    byKey.set(tagKey(name), tag);
    fresh.push(tag);
    return tag;
  });
  return { tags, fresh };
}

export async function tagNames(db: Database, ids: readonly string[]): Promise<string[]> {
  return tagsMeant(ids, await meaningsOf(db, ids)).map(({ name }) => name);
}

/** How many of the latest annotations tell what is used now. */
const recentAnnotations = 500;

/** Every living tag with its use in the latest annotations, in the order of their keys. */
export async function tagUses(db: Database): Promise<TagUse[]> {
  const [tags, recent] = await Promise.all([
    db.tags.toArray(),
    db.annotations.orderBy('updatedAt').reverse().limit(recentAnnotations).toArray(),
  ]);
  const meanings = tagMeanings(tags);
  const uses = new Map<string, { uses: number; lastUsedAt: number }>();
  for (const row of recent) {
    if (row.deletedAt !== undefined) continue;
    for (const { id } of tagsMeant(tagIdsOf(row), meanings)) {
      const before = uses.get(id);
      uses.set(id, { uses: (before?.uses ?? 0) + 1, lastUsedAt: Math.max(before?.lastUsedAt ?? 0, row.updatedAt) });
    }
  }
  return livingTags(tags).map(({ id, name, colour, description, pin }) => ({
    name, uses: 0, ...uses.get(id),
    ...(colour !== undefined && { colour }), ...(description !== undefined && { description }), ...(pin !== undefined && { pin }),
  }));
}

/** Those that were neither deleted nor merged, in the order of their keys. */
function livingTags(rows: readonly TagRow[]): TagRow[] {
  return rows.filter(({ key }) => key !== undefined).sort(({ key: a = '' }, { key: b = '' }) => (a < b ? -1 : 1));
}
