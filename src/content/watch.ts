/**
 * Notices posts as they come: while the page is parsed, when it loads more, when an embed rewrites itself.
 *
 * It observes `document`, which survives the `document.open()` of embeds, as the root element and listeners on window
 * do not. When a page loads more, posts pass through a helper element and end where they belong within one task, so
 * one batch of mutations holds them in their final place.
 */
import { findPosts } from '../telegram/find.ts';

/** @param onPosts is told of posts not told of before, those of one batch together */
export function watchPosts(document: Document, onPosts: (posts: Element[]) => void, signal: AbortSignal): void {
  const known = new WeakSet<Element>();
  const tell = (found: Element[]) => {
    const fresh = [...new Set(found)].filter((post) => post.isConnected && !known.has(post));
    for (const post of fresh) known.add(post);
    if (fresh.length > 0) onPosts(fresh);
  };
  const observer = new MutationObserver((mutations) => {
    tell(mutations.flatMap(({ addedNodes }) => (
      [...addedNodes].flatMap((node) => (node instanceof Element ? findPosts(node) : []))
    )));
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  tell(findPosts(document));
  // Embeds of 2018 name their post only by the link on its date, which comes after the post's start tag.
  document.addEventListener('DOMContentLoaded', () => tell(findPosts(document)), { signal });
}
