/** What names a post, and Telegram's own clock. */
import { parsePostName } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';
import { parsePostUrl } from './address.ts';
import { compact } from './compact.ts';
import { told } from './time.ts';

/** Handle, post id and, when the page tells it, the channel's number. */
export function readPostKey(post: Element): PostKey | undefined {
  const name = readPostName(post);
  return name && compact<PostKey>({ ...name, telegramId: readTelegramId(post), memberIds: undefined });
}

/**
 * Handle and post id alone, from `data-post` (captured on all posts since 2021), an attribute, thus there as soon as
 * the parser has made the element. Embeds of 2018 have only the link on their date (captured).
 */
export function readPostName(post: Element): PostKey | undefined {
  const name = post.getAttribute('data-post');
  if (name !== null) return parsePostName(name);
  return parsePostUrl(post.querySelector('a.tgme_widget_message_date')?.getAttribute('href') ?? '');
}

/** Seconds in `t` of `data-view`: when Telegram made the page (captured; gone from posts that were on screen). */
export function readServerTime(post: Element): number | undefined {
  return told(Number(readView(post).t) * 1_000);
}

/**
 * `c` in `data-view`, negative for a channel (captured); the page's script takes `data-view` away once the post was
 * on screen, but embeds keep `data-peer`, `c<number>_<hash>` (captured).
 */
function readTelegramId(post: Element): number | undefined {
  const peer = /^c(\d+)_/.exec(post.getAttribute('data-peer') ?? '')?.[1];
  return positive(-Number(readView(post).c)) ?? positive(Number(peer));
}

/** `data-view`: base64 of JSON (captured on all real posts). */
function readView(post: Element): { c?: unknown; t?: unknown } {
  const view = post.getAttribute('data-view');
  if (view === null) return {};
  try {
    return Object(JSON.parse(atob(view)));
  } catch {
    return {};
  }
}

function positive(number: number): number | undefined {
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
