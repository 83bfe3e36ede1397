/** Tags by name and by id. All functions run in the caller's transaction when there is one. */
import { type Tag, tagKey } from '../model/tag.ts';
import type { TagUse } from '../model/suggest.ts';
import { rowsWith } from './rows-with.ts';
import { type Database, tagIdsOf, tagRow } from './schema.ts';

/** The tags of these names, in their order; those that do not exist yet are made. */
export async function tagsNamed(db: Database, names: readonly string[], now: number): Promise<Tag[]> {
  const keys = names.map(tagKey);
  const known = new Map((await rowsWith(db.tags, 'key', keys)).map((tag) => [tag.key, tag]));
  return Promise.all(names.map(async (name) => {
    const found = known.get(tagKey(name));
    if (found) return found;
    const tag: Tag = { id: crypto.randomUUID(), name, createdAt: now, updatedAt: now, rev: 1 };
    await db.tags.add(tagRow(tag));
    return tag;
  }));
}

export async function tagNames(db: Database, ids: readonly string[]): Promise<string[]> {
  return (await db.tags.bulkGet([...ids])).flatMap((tag) => (tag ? [tag.name] : []));
}

/** How many of the latest annotations tell what is used now. */
const recentAnnotations = 500;

/** Every living tag with its use in the latest annotations. */
export async function tagUses(db: Database): Promise<TagUse[]> {
  const [tags, recent] = await Promise.all([
    db.tags.orderBy('key').toArray(),
    db.annotations.orderBy('updatedAt').reverse().limit(recentAnnotations).toArray(),
  ]);
  const uses = new Map<string, { uses: number; lastUsedAt: number }>();
  for (const row of recent) {
    if (row.deletedAt !== undefined) continue;
    for (const id of tagIdsOf(row)) {
      const before = uses.get(id);
      uses.set(id, { uses: (before?.uses ?? 0) + 1, lastUsedAt: Math.max(before?.lastUsedAt ?? 0, row.updatedAt) });
    }
  }
  return tags.map(({ id, name }) => ({ name, uses: 0, ...uses.get(id) }));
}
