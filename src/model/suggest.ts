/** Which known tags to offer while a person types one. */
import { fold } from './fold.ts';
import { tagKey } from './tag.ts';

/** A tag with its use in the latest annotations. `lastUsedAt` is absent when it stands in none of them. */
export interface TagUse {
  name: string;
  uses: number;
  lastUsedAt?: number;
  colour?: string;
  description?: string;
  pin?: number;
}

const day = 24 * 60 * 60 * 1000;

/** Frequent and recent first: a use counts half as much with every two weeks that have passed since the last. */
function weight(tag: TagUse, now: number): number {
  if (tag.lastUsedAt === undefined) return 0;
  const fortnights = Math.max(0, now - tag.lastUsedAt) / (14 * day);
  return tag.uses * 0.5 ** fortnights;
}

/** Whether the folded query stands at the start of a word of the name, in any script. */
function matches(name: string, query: string): boolean {
  if (query === '') return true;
  const folded = fold(name);
  for (let at = folded.indexOf(query); at !== -1; at = folded.indexOf(query, at + 1)) {
    const before = folded.slice(0, at).match(/.$/u)?.[0];
    if (before === undefined || !/[\p{L}\p{N}]/u.test(before)) return true;
  }
  return false;
}

/**
 * The tags to offer for what is typed, best first.
 * @param chosen names that the annotation already has; they are not offered again
 */
export function suggestTags(
  typed: string, known: readonly TagUse[], chosen: readonly string[], now: number, limit = 6,
): TagUse[] {
  const query = fold(typed.trim());
  const taken = new Set(chosen.map(tagKey));
  return known
    .filter((tag) => !taken.has(tagKey(tag.name)) && matches(tag.name, query))
    .sort((a, b) => weight(b, now) - weight(a, now) || a.name.localeCompare(b.name))
    .slice(0, limit);
}
