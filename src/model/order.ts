/** The orders of lists. The scan sorts by them, whatever index there is must come to the same, and lists keep rows in place by them. */
import { type Channel, currentHandle } from './channel.ts';
import { postTime } from './query-match.ts';
import type { Sort } from './query.ts';
import type { AnnotationView } from './view.ts';

/**
 * Tells annotations apart that were changed in the same millisecond, in four bytes where an id has 36. FNV-1a, 32 bits,
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function tieOf(id: string): number {
  let hash = 0x811C9DC5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** By what they are called; those that are called the same stay together. */
export function byChannelName(a: Channel, b: Channel): number {
  return collator.compare(a.title ?? currentHandle(a), b.title ?? currentHandle(b)) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The newest first: what was changed last, and of channels in alphabetical order the newest posts. */
export function comparison(sort: Sort): (a: AnnotationView, b: AnnotationView) => number {
  const changed = (a: AnnotationView, b: AnnotationView) => (
    b.annotation.updatedAt - a.annotation.updatedAt || tieOf(b.annotation.id) - tieOf(a.annotation.id)
  );
  const posted = (a: AnnotationView, b: AnnotationView) => (
    postTime(b.annotation, b.capture.content) - postTime(a.annotation, a.capture.content) || changed(a, b)
  );
  switch (sort) {
    case 'changed': return changed;
    case 'created': return (a, b) => b.annotation.createdAt - a.annotation.createdAt || changed(a, b);
    case 'post': return posted;
    case 'channel': return (a, b) => byChannelName(a.channel, b.channel) || posted(a, b);
  }
}
