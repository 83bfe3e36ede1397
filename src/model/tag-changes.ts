/**
 * What becomes of tags, worked out before it is done, so that it can be said, and taken back. A name with `/` nests:
 * whatever is done to `ports` is done to `ports/quay`, also where `ports` is no tag of its own.
 */
import * as v from 'valibot';
import { type Tag, TagName, normaliseTagName, tagKey } from './tag.ts';

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
  // Only its look is changed: nothing that nests in it is.
  const moved = to === from ? tags.filter(({ name }) => name === from) : tagsUnder(tags, from);
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

/**
 * A tag that is not used yet. Taking it back deletes it.
 * @returns undefined when the name is none
 */
export function making(name: string, now: number): TagChange | undefined {
  const parsed = v.safeParse(TagName, name);
  if (!parsed.success) return undefined;
  const tag: Tag = { id: crypto.randomUUID(), name: parsed.output, createdAt: now, updatedAt: now, rev: 1 };
  return { before: [{ ...tag, deletedAt: now }], after: [tag] };
}

export function removal(tags: readonly Tag[], name: string, now: number): TagChange {
  const before = tagsUnder(tags, name);
  return { before, after: before.map((tag) => ({ ...tag, deletedAt: now, updatedAt: now, rev: tag.rev + 1 })) };
}

/** What a person can say of a tag. Empty texts are none. */
export interface TagLook {
  colour?: string | undefined;
  description?: string | undefined;
  /** Another tag that has the digit loses it. */
  pin?: number | undefined;
}

/**
 * Gives a name of the tree another name, and its tag another look, in one change. What is merged takes the look of the
 * tag that it becomes.
 * @param look undefined for a name that is no tag of its own
 */
export function editing(tags: readonly Tag[], from: string, to: string, look: TagLook | undefined, now: number): Renaming | undefined {
  const renamed = renaming(tags, from, to, now);
  if (!renamed || !look) return renamed;
  const edited = renamed.after.find(({ name, mergedInto }, i) => mergedInto === undefined && tagKey(renamed.before[i]?.name ?? name) === tagKey(from));
  const freed = edited && look.pin !== undefined ? tags.filter(({ id, pin }) => id !== edited.id && pin === look.pin) : [];
  const changed = new Map(renamed.after.map((tag) => [tag.id, tag]));
  if (edited) changed.set(edited.id, dressed(edited, look));
  for (const tag of freed) changed.set(tag.id, dressed(changed.get(tag.id) ?? { ...tag, updatedAt: now, rev: tag.rev + 1 }, { ...tag, pin: undefined }));
  const before = [...renamed.before, ...freed.filter((tag) => !renamed.before.includes(tag))];
  return { ...renamed, before, after: before.flatMap(({ id }) => changed.get(id) ?? []) };
}

function dressed({ colour: _, description: __, pin: ___, ...tag }: Tag, { colour, description = '', pin }: TagLook): Tag {
  return { ...tag, ...(colour !== undefined && { colour }), ...(description !== '' && { description }), ...(pin !== undefined && { pin }) };
}

/** How a change is taken back. Revisions go on. */
export function undoing({ before, after }: TagChange): Tag[] {
  return before.map((tag, i) => ({ ...tag, rev: (after[i]?.rev ?? tag.rev) + 1 }));
}
