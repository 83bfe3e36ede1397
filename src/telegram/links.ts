/** Where the links of a post lead. */
import { parseUrl } from './address.ts';

const allowed = ['https:', 'http:', 'tg:', 'mailto:'];

/** The model's limit. A longer address is no address: cut, it would lead elsewhere. */
const longest = 4_000;

/**
 * A hashtag's link is only a query, `?q=%23TAG`, to be understood on the channel's feed (captured). In an embed or
 * on an alias host the page's own address would give it another meaning.
 */
export function isHashtag(link: Element): boolean {
  return href(link).startsWith('?q=');
}

/** The absolute destination of a link in a post of that channel, if it is of a kind that we keep. */
export function destination(link: Element, handle?: string): string | undefined {
  const base = handle !== undefined && isHashtag(link) ? `https://t.me/s/${handle}` : undefined;
  const url = parseUrl(href(link), base);
  return url && allowed.includes(url.protocol) && url.href.length <= longest ? url.href : undefined;
}

/** Links that ask "Open this link?" before they open are escaped once too often: their `&` reads `&amp;` (captured). */
function href(link: Element): string {
  const written = link.getAttribute('href') ?? '';
  return link.hasAttribute('onclick') ? written.replaceAll('&amp;', '&') : written;
}
