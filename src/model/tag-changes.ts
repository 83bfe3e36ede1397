/**
 * What becomes of tags, worked out before it is done, so that it can be said, and taken back. A name with `/` nests:
 * whatever is done to `ports` is done to `ports/quay`, also where `ports` is no tag of its own.
 */
import * as v from 'valibot';
import { Tag, type TagColour, TagName, normaliseTagName, tagKey } from './tag.ts';

export interface TagChange {
  /** As they stand. */
  before: Tag[];
  /** As they are to be, in the same order; each a revision above. */
  after: Tag[];
}

export interface Renaming extends TagChange {
  /** Those that become one with a tag that has the name already. */
  merged: { tag: Tag; into: Tag }[];
}

/** How deep a name is nested: of `ports/quay`, 1. */
function depth(name: string): number {
  return name.split('/').length - 1;
}

/** The tag of this name, and those nested under it. @param tags living ones */
export function tagsUnder(tags: readonly Tag[], name: string): Tag[] {
  const key = tagKey(name);
  return tags.filter((tag) => tagKey(tag.name) === key || tagKey(tag.name).startsWith(`${key}/`));
}

/**
 * Gives a name of the tree another name.
 * @param tags all living ones
 * @returns undefined when one of the names that come of it is none: empty, or too long
 */
export function renaming(tags: readonly Tag[], from: string, to: string, now: number): Renaming | undefined {
  if (normaliseTagName(to) === '') return undefined;
  const moved = tagsUnder(tags, from);
  const others = new Map(tags.filter((tag) => !moved.includes(tag)).map((tag) => [tagKey(tag.name), tag]));
  const merged: Renaming['merged'] = [];
  const after: Tag[] = [];
  for (const tag of moved) {
    const rest = tag.name.split('/').slice(depth(from) + 1);
    const name = v.safeParse(TagName, [normaliseTagName(to), ...rest].join('/'));
    if (!name.success) return undefined;
    const into = others.get(tagKey(name.output));
    if (into) merged.push({ tag, into });
    after.push({ ...tag, ...(into ? { mergedInto: into.id } : { name: name.output }), updatedAt: now, rev: tag.rev + 1 });
  }
  return { before: moved, after, merged };
}

export function removal(tags: readonly Tag[], name: string, now: number): TagChange {
  const before = tagsUnder(tags, name);
  return { before, after: before.map((tag) => ({ ...tag, deletedAt: now, updatedAt: now, rev: tag.rev + 1 })) };
}

/** What a person says of a tag; undefined takes it away. */
export type TagLook = { colour: TagColour | undefined } | { description: string | undefined } | { pin: number | undefined };

/** @param tags all living ones: a digit is that of one tag */
export function dressing(tags: readonly Tag[], tag: Tag, look: TagLook, now: number): TagChange {
  const freed = 'pin' in look && look.pin !== undefined ? tags.filter((other) => other.pin === look.pin && other !== tag) : [];
  const revised = (each: Tag, changes: object): Tag => {
    const fields = Object.entries({ ...each, ...changes, updatedAt: now, rev: each.rev + 1 }).filter(([, value]) => value !== undefined);
    return v.parse(Tag, Object.fromEntries(fields));
  };
  return { before: [tag, ...freed], after: [revised(tag, look), ...freed.map((each) => revised(each, { pin: undefined }))] };
}

/** How a change is taken back. Revisions go on. */
export function undoing({ before, after }: TagChange): Tag[] {
  return before.map((tag, i) => ({ ...tag, rev: (after[i]?.rev ?? tag.rev) + 1 }));
}
