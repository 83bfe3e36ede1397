/** Addresses as they stand in t.me's markup. */
import { isTelegramHost } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';

/** Handles hold only these characters, `__proto__` among them. No leading zero: `x/007` names nothing. */
const named = /^(\w{1,64})\/([1-9]\d{0,15})$/;

/** `NAME/ID`, the form of `data-post` (captured on all posts since 2021). */
export function parsePostName(name: string): PostKey | undefined {
  const [, handle, digits] = named.exec(name) ?? [];
  const postId = Number(digits);
  return handle !== undefined && Number.isSafeInteger(postId) ? { handle, postId } : undefined;
}

/**
 * `https://t.me/NAME/ID`, with `?single` on a member of an album (captured); `/s/NAME/ID` is the same post in its feed.
 * `?comment=N` names a comment in its discussion, which is another message (captured).
 */
export function parsePostUrl(href: string): PostKey | undefined {
  const url = parseUrl(href);
  if (url === undefined || !isTelegramHost(url.hostname) || url.searchParams.has('comment')) return undefined;
  return parsePostName(url.pathname.replace(/^\/(s\/)?/, ''));
}

export function parseUrl(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
