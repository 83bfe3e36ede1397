/** What the index keeps of an annotation. Names (tags, channels, authors) it keeps by id: they may change. */
import type { Annotation } from '../../model/annotation.ts';
import type { Capture } from '../../model/capture.ts';
import { type Haveable, haveable } from '../../model/haveable.ts';
import { type PostKind, postKinds } from '../../model/post.ts';
import { ownTexts, postTime } from '../../model/searched.ts';

export interface Document {
  id: string;
  updatedAt: number;
  createdAt: number;
  postTime: number;
  channelRef: string;
  authorId: string;
  tagIds: readonly string[];
  /** A bit for each kind of post, and for each thing that it can have. */
  traits: number;
  /** In which words are looked for; words side by side stand in one of them. */
  texts: string[];
}

export function documentOf(annotation: Annotation, { content }: Pick<Capture, 'content'>): Document {
  const { id, updatedAt, createdAt, channelRef, authorId, tagIds } = annotation;
  const has: Record<Haveable, boolean> = {
    note: annotation.note !== '',
    quote: annotation.target.kind === 'quote',
    media: content.media !== undefined,
    link: content.kinds.includes('link'),
  };
  return {
    id, updatedAt, createdAt, channelRef, authorId, tagIds,
    postTime: postTime(annotation, content),
    traits: [...content.kinds.map(kindTrait), ...haveable.filter((what) => has[what]).map(haveTrait)].reduce((all, trait) => all | trait, 0),
    texts: ownTexts(annotation, content),
  };
}

export function kindTrait(kind: PostKind): number {
  return 1 << postKinds.indexOf(kind);
}

export function haveTrait(what: Haveable): number {
  return 1 << (postKinds.length + haveable.indexOf(what));
}
