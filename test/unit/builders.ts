/** Invented posts and what is written about them. Each builder makes something whole; a test names what matters to it. */
import type { Annotation, Target } from '../../src/model/annotation.ts';
import { type Capture, captureContent } from '../../src/model/capture.ts';
import type { Channel } from '../../src/model/channel.ts';
import type { Post, Sighting } from '../../src/model/post.ts';
import type { Tag } from '../../src/model/tag.ts';
import type { AnnotationView } from '../../src/model/view.ts';
import type { OfferedPost } from '../../src/store/annotations.ts';

export const noon = Date.UTC(2025, 2, 4, 12);
export const minute = 60_000;
export const day = 24 * 60 * minute;

export const wholePost: Target = { kind: 'post' };

export function aPost(changes: Partial<Post> = {}): Post {
  return { handle: 'garden_notes', postId: 42, kinds: ['text'], text: 'Tulips are in bloom.', channelTitle: 'Garden', ...changes };
}

export function aSighting(changes: Partial<Sighting> = {}): Sighting {
  return { at: noon, url: 'https://t.me/s/garden_notes', page: 'feed', ...changes };
}

export function anOffer(post: Partial<Post> = {}, changes: Partial<OfferedPost> = {}): OfferedPost {
  return { post: aPost(post), sighting: aSighting(), reader: 1, ...changes };
}

export function aChannel(changes: Partial<Channel> = {}): Channel {
  return { id: 'channel-1', handles: [{ name: 'garden_notes', firstSeen: noon, lastSeen: noon }], title: 'Garden', ...changes };
}

export function aTag(name: string, changes: Partial<Tag> = {}): Tag {
  return { id: `tag-${name}`, name, createdAt: noon, updatedAt: noon, rev: 1, ...changes };
}

export function aCapture(post: Partial<Post> = {}, changes: Partial<Capture> = {}): Capture {
  const content = captureContent(aPost(post));
  return { id: 'c0ffee', channelRef: 'channel-1', postId: 42, canonical: 1, reader: 1, at: noon, content, ...changes };
}

export function anAnnotation(changes: Partial<Annotation> = {}): Annotation {
  return {
    id: 'annotation-1', authorId: 'author-1', channelRef: 'channel-1', postId: 42, captureId: 'c0ffee', target: wholePost,
    tagIds: [], note: '', createdAt: noon, updatedAt: noon, rev: 1, seen: { ...aSighting(), app: '0.1.0' }, ...changes,
  };
}

export function aView(changes: Partial<AnnotationView> = {}): AnnotationView {
  return {
    annotation: anAnnotation(), author: { id: 'author-1' }, mine: true, channel: aChannel(), capture: aCapture(), tags: [], ...changes,
  };
}
