/** Tells when a post first comes near the screen: what is never looked at costs the page nothing. */

/** Two screens ahead, so that marks are there before the post is. */
const margin = '200% 0px';

/** @returns a function that starts waiting for a post */
export function whenNear(onNear: (post: Element) => void, signal: AbortSignal): (post: Element) => void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      onNear(target);
    }
  }, { rootMargin: margin });
  signal.addEventListener('abort', () => observer.disconnect());
  return (post) => observer.observe(post);
}
