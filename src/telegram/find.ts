/** Finding the posts of a page. */
import { readPostName } from './identity.ts';

/**
 * In feeds inside a wrap, in embeds a child of the body; always a `div` (captured). What stands within a post is no post of
 * its own: a page that wants to exhaust us could nest a thousand of them.
 */
export const postSelector = 'div.tgme_widget_message:not(.tgme_widget_message *)';

/**
 * The posts in `root`, itself included. An element without identity is no post: messages of the discussion widget, and
 * what an embed shows instead of a post that is gone (both captured).
 */
export function findPosts(root: ParentNode | Element): Element[] {
  // The fields of a form shadow its methods, and a page may add any form it likes.
  if (typeof root.querySelectorAll !== 'function') return [];
  const found = [...root.querySelectorAll(postSelector)];
  if ('matches' in root && typeof root.matches === 'function' && root.matches(postSelector)) found.unshift(root);
  return found.filter((post) => readPostName(post) !== undefined);
}
