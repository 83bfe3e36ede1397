/** Numbers that a feed passes over: of these it shows no post, though it shows the ones before and after. */
import { handleKey } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';
import { parseUrl } from './address.ts';
import { postSelector } from './find.ts';
import { readPostName } from './identity.ts';
import { readMemberIds } from './members.ts';

/** Whether the page shows all posts of a stretch: what was searched for in it (`?q=`) is not all. */
export function isWholeFeed(document: Document): boolean {
  return document.querySelector('.tgme_channel_history') !== null && !parseUrl(document.URL)?.searchParams.get('q');
}

/**
 * The numbers between a post and the one before it, both included; undefined when there are none, or when no post stands
 * right before it. Members of an album before it are shown (captured: they follow each other, and the first is the post).
 */
export function gapBefore(post: Element, { handle, postId }: PostKey): { from: number; to: number } | undefined {
  const wrap = post.parentElement?.previousElementSibling;
  // By the prototype, since the fields of a form shadow its methods, and the page may put any form there.
  const before = wrap instanceof Element ? Element.prototype.querySelector.call(wrap, postSelector) : null;
  const name = before && readPostName(before);
  if (!name || handleKey(name.handle) !== handleKey(handle) || postId - name.postId < 2) return undefined;
  const from = Math.max(name.postId, ...readMemberIds(before, name.postId) ?? []) + 1;
  return from < postId ? { from, to: postId - 1 } : undefined;
}
