/** Parts of a query that menus write: what `parseText` reads from them is exactly what was chosen. */
import { type Channel, currentHandle } from './channel.ts';
import type { PostKind } from './post.ts';
import type { Haveable } from './query.ts';
import type { Author } from './view.ts';

/** In quotes, unless nothing in it needs them. */
function quoted(value: string): string {
  return /^[^\s"“”„«»\\]+$/u.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** The tag of this name and all that are nested under it. */
export function tagFilter(name: string): string {
  return `tag:${quoted(name)}`;
}

export function channelFilter(channel: Pick<Channel, 'handles'>): string {
  return `channel:@${currentHandle(channel)}`;
}

export function kindFilter(kind: PostKind): string {
  return `kind:${kind}`;
}

export function hasFilter(what: Haveable): string {
  return `has:${what}`;
}

export function authorFilter({ id }: Pick<Author, 'id'>): string {
  return `by:${id}`;
}

/** Posts from a day on, or before it. @param time any moment of the day, in epoch milliseconds; it is the day where the reader is */
export function dayFilter(side: 'after' | 'before', time: number): string {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${side}:${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}
