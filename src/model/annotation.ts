/** Annotations: what a person wrote about a post, or about a stretch of its text. */
import * as v from 'valibot';
import { Id } from './id.ts';
import { Sighting, Time } from './post.ts';
import { TagName, maxTagsPerAnnotation, uniteTags } from './tag.ts';

export const maxNoteLength = 100_000;

/** NFC with `\n` line breaks. Surrounding white space is the writer's own and stays. */
export const Note = v.pipe(
  v.string(),
  v.maxLength(maxNoteLength),
  v.transform((text) => text.toWellFormed().replace(/\r\n?/g, '\n').normalize('NFC')),
);

const quoted = v.pipe(v.string(), v.transform((text) => text.toWellFormed()));

/** Words of a post, placed by the W3C text quote and text position selectors in its text. */
export const Quote = v.object({
  kind: v.literal('quote'),
  exact: quoted, prefix: quoted, suffix: quoted,
  start: v.number(), end: v.number(),
});
export type Quote = v.InferOutput<typeof Quote>;

/** What an annotation is about. */
export const Target = v.variant('kind', [v.object({ kind: v.literal('post') }), Quote]);
export type Target = v.InferOutput<typeof Target>;

/** Tells two targets of one post apart; part of what makes an annotation unique. */
export function targetKey(target: Target): string {
  return target.kind === 'post' ? 'post' : `quote ${target.start} ${target.end} ${target.exact}`;
}

/** One stored annotation. `rev` counts its writes; `deletedAt` marks it as deleted until it is purged. */
export const Annotation = v.object({
  id: Id,
  authorId: Id,
  channelRef: Id,
  postId: v.number(),
  captureId: v.string(),
  target: Target,
  tagIds: v.array(Id),
  note: v.string(),
  createdAt: Time,
  updatedAt: Time,
  rev: v.number(),
  deletedAt: v.exactOptional(Time),
  seen: v.object({ ...Sighting.entries, app: v.string() }),
});
export type Annotation = v.InferOutput<typeof Annotation>;

/** What a person types: tag names and a note. Both may be empty, which means "read, needs nothing". */
export const Body = v.object({
  tags: v.pipe(v.array(TagName), v.maxLength(maxTagsPerAnnotation), v.transform((names) => uniteTags(names))),
  note: Note,
});
export type Body = v.InferOutput<typeof Body>;

export function sameBody(a: Body, b: Body): boolean {
  return a.note === b.note && a.tags.length === b.tags.length && a.tags.every((name, i) => name === b.tags[i]);
}

/** Two texts of one annotation in one: notes joined (once, when one holds the other), tags united. */
export function joinBodies(mine: Body, theirs: Body): Body {
  const note = mine.note.includes(theirs.note) ? mine.note
    : theirs.note.includes(mine.note) ? theirs.note
    : `${mine.note}\n\n${theirs.note}`;
  return { tags: uniteTags(mine.tags, theirs.tags), note };
}

/** What is typed and not saved. `rev` is that of the annotation it started from, 0 when there was none. */
export const Draft = v.object({
  tags: v.array(v.string()),
  /** Letters in the tag field that are not a tag yet. */
  pending: v.string(),
  note: v.pipe(v.string(), v.maxLength(maxNoteLength)),
  rev: v.number(),
});
export type Draft = v.InferOutput<typeof Draft>;

export type SaveOutcome =
  | { status: 'saved'; id: string; rev: number }
  /** Somebody else's change came first; nothing was written. `theirs` is what is stored now. */
  | { status: 'conflict'; id: string; rev: number; theirs: Body };
