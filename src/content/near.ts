/** Tells when a post first comes near the screen: what is never looked at costs the page nothing. */

/** Two screens ahead, so that marks are there before the post is. */
const margin = '200% 0px';

/** @returns a function that starts waiting for a post */
export function whenNear(onNear: (posts: Element[]) => void, signal: AbortSignal): (post: Element) => void {
  const observer = new IntersectionObserver((entries) => {
    const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    for (const post of near) observer.unobserve(post);
    if (near.length > 0) onNear(near);
  }, { rootMargin: margin });
  signal.addEventListener('abort', () => observer.disconnect());
  return (post) => observer.observe(post);
}
