/** An annotation with everything that its ids point to: what lists, the editor and exports work on. */
import * as v from 'valibot';
import type { Annotation } from './annotation.ts';
import type { Capture } from './capture.ts';
import type { Channel } from './channel.ts';
import { Id } from './id.ts';
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

/** Everything that is to leave in an export. */
export interface ExportSource {
  /** Id of the author who exports; absent when nothing was annotated yet. */
  owner?: string;
  authors: Author[];
  tags: Tag[];
  channels: Channel[];
  annotations: AsyncIterable<AnnotationView>;
}

/** What annotations can be filtered by. */
export interface Facets {
  /** By name; only those in use. */
  tags: { tag: Tag; count: number }[];
  /** Most annotations first. */
  channels: { channel: Channel; count: number }[];
}

/** One page of what a query finds. */
export interface Found {
  /** The annotation changed last comes first. */
  views: AnnotationView[];
  /** How many the query finds in all. */
  total: number;
}
