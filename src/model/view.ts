/** An annotation with everything that its ids point to: what lists, the editor and exports work on. */
import type { Annotation } from './annotation.ts';
import type { Capture } from './capture.ts';
import type { Channel } from './channel.ts';
import type { Tag } from './tag.ts';

export interface Author {
  id: string;
  name?: string;
}

export interface AnnotationView {
  annotation: Annotation;
  author: Author;
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
