/** Addresses as they stand in t.me's markup. */
import { isTelegramHost, parsePostName } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';

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
