/** Which formatting an element of a text stands for. */
import { handleKey, isTelegramHost } from '../model/identity.ts';
import type { Entity } from '../model/post.ts';
import { destination, isHashtag } from './links.ts';

type Format = Pick<Entity, 'type' | 'url'>;

/** `pre` and `code` are documented only, the others captured. */
const types = new Map<string, Entity['type']>([
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['s', 'strikethrough'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['tg-spoiler', 'spoiler'],
  ['blockquote', 'blockquote'],
]);

/** `handle` is the channel's, to complete its hashtags. */
export function formatOf(element: Element, handle?: string): Format | undefined {
  // An emoji is an `i` with a `b` in it (captured).
  if (element.matches('.emoji, .emoji > b')) return undefined;
  if (element.localName === 'a') return linkOf(element, handle);
  const type = types.get(element.localName);
  return type && { type };
}

/** A link whose destination we do not keep is plain text. */
function linkOf(link: Element, handle?: string): Format | undefined {
  const url = destination(link, handle);
  if (url === undefined) return undefined;
  if (isHashtag(link)) return { type: 'hashtag', url };
  return { type: isMention(link, new URL(url)) ? 'mention' : 'link', url };
}

/** "@name" that leads to t.me/name (captured). */
function isMention(link: Element, { hostname, pathname }: URL): boolean {
  return isTelegramHost(hostname) && handleKey(link.textContent) === handleKey(pathname.replace('/', '@'));
}
