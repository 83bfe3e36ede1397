/** An annotation with everything that its ids point to: what lists, the editor and exports work on. */
import * as v from 'valibot';
import type { Annotation } from './annotation.ts';
import type { Capture } from './capture.ts';
import type { Channel } from './channel.ts';
import type { Seen } from './history.ts';
import { Id } from './id.ts';
import type { PostKind } from './post.ts';
import type { Tag } from './tag.ts';

/** One stored author. */
export const Author = v.object({ id: Id, name: v.exactOptional(v.string()) });
export type Author = v.InferOutput<typeof Author>;

export const maxAuthorName = 100;

/** What authors call themselves, as typed: NFC, trimmed, inner white space collapsed. May be empty: no name. */
export const AuthorName = v.pipe(
  v.string(), v.transform((typed) => typed.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim()), v.maxLength(maxAuthorName),
);

export interface AnnotationView {
  annotation: Annotation;
  author: Author;
  /** Written here, and not brought in by an import from somebody else. */
  mine: boolean;
  channel: Channel;
  capture: Capture;
  tags: Tag[];
}

/** What became of a post: the looks at it, and all contents that are kept of it but the one that the annotation was made on. */
export interface PostHistory {
  /** In the order of time. */
  versions: Capture[];
  seen: Seen[];
}

/** Where a post stands. */
export type PostPlace = [channelRef: string, postId: number];

/** The HTML of a post as it was kept. Somebody else's: nothing of it may ever be shown or run. */
export interface Original {
  channelRef: string;
  postId: number;
  /** Of the content that was read from it. */
  captureId: string;
  html: string;
}

/** Without `history` when the post was not looked at again. */
export interface ExportedView extends AnnotationView {
  history?: PostHistory;
}

/** Everything that is to leave in an export. */
export interface ExportSource {
  /** Id of the author who exports; absent when nothing was annotated yet. */
  owner?: string;
  authors: Author[];
  tags: Tag[];
  channels: Channel[];
  /** Some hundreds at a time: to wait for each by itself would take longer than to write it. */
  annotations: AsyncIterable<readonly ExportedView[]>;
  /** What is kept of the HTML of these posts, some at a time. Absent: nothing is. */
  originals?: (posts: readonly PostPlace[]) => AsyncIterable<readonly Original[]>;
}

/** A name in the tree of tags, which `/` makes; not each is a tag that was given. */
export interface TagNode {
  /** Whole: `ports/quay`. */
  name: string;
  /** How many annotations have it, or any that is nested under it. */
  count: number;
  /** Most annotations first. */
  children: TagNode[];
}

/** A week or month, by its first moment where the reader is (weeks begin on Mondays), in epoch milliseconds. */
export interface Period {
  start: number;
  count: number;
}

/**
 * What a query's annotations can be narrowed to further, with counts. Lists whose entries exclude each other (channels,
 * authors, periods) are counted as if the query said nothing about them, so that another one can be chosen.
 */
export interface Facets {
  /** Most annotations first, in each list but the last two. Only what has some. */
  tags: TagNode[];
  channels: { channel: Channel; count: number }[];
  kinds: { kind: PostKind; count: number }[];
  authors: { author: Author; mine: boolean; count: number }[];
  /** By the post's day. The first comes first; those without annotations are left out. */
  weeks: Period[];
  months: Period[];
}

/** A stretch of a list. */
export interface Page {
  offset: number;
  limit: number;
}

/** One page of what a query finds. */
export interface Found {
  /** In the query's order. */
  views: AnnotationView[];
  /** How many the query finds in all. */
  total: number;
}
