/** Parts of a query that menus write: what `parseText` reads from them is exactly what was chosen. */
import { type Channel, currentHandle } from './channel.ts';
import type { Haveable } from './haveable.ts';
import type { PostKind } from './post.ts';
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

/** Fields of which a query has one value at most: another choice takes the place of the former. */
const exclusive = ['channel:', 'by:', 'after:', 'before:'];

/** With one more; a choice that is there already stays. */
export function withFilter(filters: readonly string[], filter: string): string[] {
  const field = exclusive.find((each) => filter.startsWith(each));
  return [...filters.filter((each) => each !== filter && (field === undefined || !each.startsWith(field))), filter];
}

export function withoutFilter(filters: readonly string[], filter: string): string[] {
  return filters.filter((each) => each !== filter);
}

/** From a moment's day on and before that of another, in place of any other time. */
export function withPeriod(filters: readonly string[], period?: { from: number; to: number }): string[] {
  const others = filters.filter((each) => !/^(after|before):/.test(each));
  return period ? [...others, dayFilter('after', period.from), dayFilter('before', period.to)] : others;
}

/** What stands behind the field's name, as it was before it was put into quotes. */
export function filterValue(filter: string): string {
  const [, quotedValue, value = ''] = /^-?(?:\w+:)?(?:"(.*)"|(.*))$/s.exec(filter) ?? [];
  return quotedValue?.replace(/\\(.)/gs, '$1') ?? value;
}
