/** The orders of lists. The scan sorts by them, whatever index there is must come to the same, and lists keep rows in place by them. */
import { type Channel, currentHandle } from './channel.ts';
import type { Sort } from './query.ts';
import { postTime } from './searched.ts';
import { tieOf } from './tie.ts';
import type { AnnotationView } from './view.ts';

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
