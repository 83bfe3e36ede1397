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
  annotations: AsyncIterable<AnnotationView>;
}
