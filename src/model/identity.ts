/** How posts and channels are named and compared. */
import type { PostKey } from './post.ts';

/** Telegram compares handles without regard to case; this is the form to compare and index by. */
export function handleKey(handle: string): string {
  return handle.toLowerCase();
}

/** Handles hold only these characters, `__proto__` among them. No leading zero: `x/007` names nothing. */
const named = /^(\w{1,64})\/([1-9]\d{0,15})$/;

/** `NAME/ID`: the form of t.me's `data-post` (captured on all posts since 2021), and of its addresses. */
export function parsePostName(name: string): PostKey | undefined {
  const [, handle, digits] = named.exec(name) ?? [];
  const postId = Number(digits);
  return handle !== undefined && Number.isSafeInteger(postId) ? { handle, postId } : undefined;
}

/** The address that names a post for good, whatever host or page it was read on. */
export function canonicalUrl({ handle, postId }: Pick<PostKey, 'handle' | 'postId'>): string {
  return `https://t.me/${handle}/${postId}`;
}

/** Telegram's hosts: all serve the same pages (t.me itself was unreachable in July 2026). */
export const telegramHosts = ['t.me', 'telegram.me', 'telegram.dog'] as const;
export type TelegramHost = (typeof telegramHosts)[number];

export function isTelegramHost(host: string): host is TelegramHost {
  return (telegramHosts as readonly string[]).includes(host);
}

/** The address at which a reader sees a post among its neighbours; `/NAME/ID` itself would start the app. */
export function readingUrl({ handle, postId }: Pick<PostKey, 'handle' | 'postId'>, host: TelegramHost = 't.me'): string {
  return `https://${host}/s/${handle}/${postId}`;
}

/** What names a post, of all that is known of it. */
export function keyOf({ handle, postId, telegramId, memberIds }: PostKey): PostKey {
  return { handle, postId, ...(telegramId !== undefined && { telegramId }), ...(memberIds && { memberIds }) };
}
