/** All tags, as the tree that `/` makes of their names. */
import { fold } from './fold.ts';
import { type Tag, tagKey } from './tag.ts';

export interface TagUsage {
  /** How many annotations have it, or any that is nested under it. */
  count: number;
  /** When the last of them was changed. */
  lastUsedAt: number;
}

export interface TagEntry {
  /** Whole: `ports/quay`. */
  name: string;
  /** Absent when only others nest under the name. */
  tag?: Tag;
  count: number;
  /** Absent when it is not used. */
  lastUsedAt?: number;
  /** In the order of their names. */
  children: TagEntry[];
}

/** @param usage by the key of each name in the tree */
export function tagTree(tags: readonly Tag[], usage: ReadonlyMap<string, TagUsage>): TagEntry[] {
  const entries = new Map<string, TagEntry>();
  const roots: TagEntry[] = [];
  const entryOf = (name: string): TagEntry => {
    const key = tagKey(name);
    const known = entries.get(key);
    if (known) return known;
    const entry: TagEntry = { name, count: 0, ...usage.get(key), children: [] };
    entries.set(key, entry);
    const above = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    (above === '' ? roots : entryOf(above).children).push(entry);
    return entry;
  };
  // A name is spelled as its tag is, and else as the first that nests under it has it.
  for (const tag of tags.toSorted((a, b) => a.name.length - b.name.length)) Object.assign(entryOf(tag.name), { name: tag.name, tag });
  for (const { children } of entries.values()) children.sort(byName);
  return roots.sort(byName);
}

function byName(a: TagEntry, b: TagEntry): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true });
}

/** What has the words in its name, with what leads there. */
export function tagsNaming(entries: readonly TagEntry[], words: string): TagEntry[] {
  const wanted = fold(words.trim());
  if (wanted === '') return [...entries];
  return entries.flatMap((entry) => {
    if (fold(entry.name).includes(wanted)) return entry;
    const children = tagsNaming(entry.children, words);
    return children.length > 0 ? { ...entry, children } : [];
  });
}
