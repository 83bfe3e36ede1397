/**
 * Notices posts as they come: while the page is parsed, when it loads more, when an embed rewrites itself.
 *
 * It observes `document`, which survives the `document.open()` of embeds, as the root element and listeners on window
 * do not. When a page loads more, posts pass through a helper element and end where they belong within one task, so
 * one batch of mutations holds them in their final place.
 */
import { postSelector } from '../telegram/find.ts';
import { readPostName } from '../telegram/identity.ts';

/** From so many mutations on, looking through the document takes less time than at each: parsers add node by node. */
const many = 1_000;

/** @param onPosts is told of posts not told of before, those of one batch together */
export function watchPosts(document: Document, onPosts: (posts: Element[]) => void, signal: AbortSignal): void {
  const known = new WeakSet<Element>();
  const tell = (found: readonly Element[]) => {
    const fresh = found.filter((post) => post.isConnected && !known.has(post));
    for (const post of fresh) known.add(post);
    if (fresh.length > 0) onPosts(fresh);
  };
  const lookThrough = () => {
    // What names a post takes time to read, and is not needed of those that are known.
    const unknown = [...document.querySelectorAll(postSelector)].filter((post) => !known.has(post));
    tell(unknown.filter((post) => readPostName(post) !== undefined));
  };
  const observer = new MutationObserver((mutations) => {
    if (mutations.length < many) tell(findAdded(mutations));
    else lookThrough();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  lookThrough();
  // Embeds of 2018 name their post only by the link on its date, which comes after the post's start tag.
  document.addEventListener('DOMContentLoaded', lookThrough, { signal });
}

/** The posts in what was added, each once. */
function findAdded(mutations: readonly MutationRecord[]): Element[] {
  const added = new Set<Node | null>(mutations.flatMap(({ addedNodes }) => [...addedNodes]));
  // What has come inside of another is found with that.
  const posts = [...added].flatMap((node) => (node instanceof Element && !added.has(node.parentNode) ? postsIn(node) : []));
  return [...new Set(posts)].filter((post) => readPostName(post) !== undefined);
}

/** By the prototype, since the fields of a form shadow its own methods, and a page may put posts into one. */
function postsIn(element: Element): Element[] {
  const { matches, querySelectorAll } = Element.prototype;
  const inside = [...querySelectorAll.call(element, postSelector)];
  return matches.call(element, postSelector) ? [element, ...inside] : inside;
}
