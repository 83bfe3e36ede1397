/** Tags: names that a person gives to annotations. Annotations hold ids, so that a rename is one write. */
import * as v from 'valibot';
import { Id } from './id.ts';
import { Time } from './post.ts';

export const maxTagLength = 64;
export const maxTagsPerAnnotation = 100;

/** In which a tag may be shown, beside its name. A file may give others, which are kept and not shown. */
export const tagColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type TagColour = (typeof tagColours)[number];

/** Alt and this digit give the tag in the form. */
export const TagPin = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9));

/** NFC, trimmed, inner white space collapsed; the form in which a name is stored. May be empty. */
export function normaliseTagName(typed: string): string {
  return typed.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A name as it may be stored: normalised, 1 to 64 characters (code points), letters of any script, `/` nests. */
export const TagName = v.pipe(
  v.string(),
  v.transform(normaliseTagName),
  v.check((name) => name !== '', 'a tag needs a name'),
  v.check((name) => [...name].length <= maxTagLength, `a tag has at most ${maxTagLength} characters`),
);

/** One stored tag. `mergedInto` is the id of the tag that took its place. */
export const Tag = v.object({
  id: Id,
  name: TagName,
  colour: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  pin: v.exactOptional(TagPin),
  createdAt: Time,
  updatedAt: Time,
  rev: v.number(),
  deletedAt: v.exactOptional(Time),
  mergedInto: v.exactOptional(Id),
});
export type Tag = v.InferOutput<typeof Tag>;

/**
 * The form by which tags are unique: case-folded.
 * By way of upper case, as Unicode's full case folding has it (`ß`, `ẞ` and `SS` are one, final sigma too). It keeps
 * the Turkish dotless ı, whose upper case is that of i.
 */
export function tagKey(name: string): string {
  return normaliseTagName(name).replace(/[^ı]+/g, (part) => part.toLowerCase().toUpperCase().toLowerCase()).normalize('NFC');
}

/** The names without repetition (compared by `tagKey`), first spelling first. */
export function uniteTags(...lists: readonly (readonly string[])[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of lists.flat()) {
    const key = tagKey(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** What each id of a tag stands for: itself, the tag that it was merged into, or nothing any more. */
export type TagMeanings = ReadonlyMap<string, Tag | undefined>;

/** @param tags all there are, or all that these were merged into besides */
export function tagMeanings(tags: readonly Tag[]): TagMeanings {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const meaning = (tag: Tag): Tag | undefined => {
    const passed = new Set<string>();
    for (let at: Tag | undefined = tag; at && !passed.has(at.id); at = byId.get(at.mergedInto ?? '')) {
      if (at.deletedAt !== undefined) return undefined;
      if (at.mergedInto === undefined) return at;
      passed.add(at.id);
    }
    return undefined;
  };
  return new Map(tags.map((tag) => [tag.id, meaning(tag)]));
}

/** The living tags that the ids stand for, each once. */
export function tagsMeant(ids: readonly string[], meanings: TagMeanings): Tag[] {
  return [...new Set(ids.flatMap((id) => meanings.get(id) ?? []))];
}
