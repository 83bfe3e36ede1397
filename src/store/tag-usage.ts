/** How much each tag is used, and since when no more. */
import { type Tag, tagsMeant } from '../model/tag.ts';
import type { TagUsage } from '../model/tag-tree.ts';
import { tagPaths } from './facet-counts.ts';
import { namesNow } from './names.ts';
import { type Database, tagIdsOf } from './schema.ts';
import { type Catalogue, bitsOfPart, readCatalogue } from './search/catalogue.ts';
import { DamagedIndexError } from './search/rows.ts';
import { eachTagName } from './search/tag-names.ts';

export interface AllTags {
  /** Living ones, in the order of their keys. */
  tags: Tag[];
  /** By the key of each name in the tree. */
  usage: Map<string, TagUsage>;
}

export async function allTags(db: Database): Promise<AllTags> {
  const rows = await db.tags.orderBy('key').toArray();
  return { tags: rows.map(({ key: _, ...tag }) => tag), usage: await usageOf(db) };
}

async function usageOf(db: Database): Promise<Map<string, TagUsage>> {
  try {
    const catalogue = await readCatalogue(db);
    return await (catalogue ? fromIndex(db, catalogue) : fromRows(db));
  } catch (error) {
    // A search says so, and has the index made anew.
    if (error instanceof DamagedIndexError) return fromRows(db);
    throw error;
  }
}

function add(usage: Map<string, TagUsage>, key: string, count: number, lastUsedAt: number): void {
  const before = usage.get(key);
  if (count > 0) usage.set(key, { count: (before?.count ?? 0) + count, lastUsedAt: Math.max(before?.lastUsedAt ?? 0, lastUsedAt) });
}

async function fromIndex(db: Database, { parts, alive }: Catalogue): Promise<Map<string, TagUsage>> {
  const names = await namesNow(db);
  await Promise.all(parts.map(({ segment }) => segment.load(['tagIds', 'tagCount', 'tag', 'updatedAt'])));
  const usage = new Map<string, TagUsage>();
  for (const part of parts) {
    const counts: number[] = [];
    const last: number[] = [];
    const times = part.segment.list('updatedAt');
    const keys = eachTagName(part.segment, bitsOfPart(alive, part), names, (name, document) => {
      counts[name] = (counts[name] ?? 0) + 1;
      last[name] = Math.max(last[name] ?? 0, times[document] ?? 0);
    });
    for (const [name, key] of keys.entries()) add(usage, key, counts[name] ?? 0, last[name] ?? 0);
  }
  return usage;
}

const batchSize = 2_000;

/** What the index must say, and what is asked as long as there is none. */
export async function fromRows(db: Database): Promise<Map<string, TagUsage>> {
  const { tags } = await namesNow(db);
  const usage = new Map<string, TagUsage>();
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return usage;
    for (const row of rows) {
      if (row.deletedAt !== undefined) continue;
      for (const key of tagPaths(tagsMeant(tagIdsOf(row), tags).map(({ name }) => name))) add(usage, key, 1, row.updatedAt);
    }
    last = end.id;
  }
}
