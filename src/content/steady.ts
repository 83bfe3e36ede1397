/**
 * Keeps what the reader came for where it is while the first marks change the height of posts.
 *
 * Before anything is drawn the page has set a post to the middle of the screen (`/s/NAME/ID`), or itself to its end
 * (`/s/NAME`). The browser's own scroll anchoring holds the topmost thing on screen, so that marks on posts between
 * the two push away what was asked for. Once the reader does anything, the browser's way is right again.
 */
import { postSelector } from '../telegram/find.ts';

/** So near to the end, in pixels, is at the end. */
const slack = 2;

/** @returns a function that runs what draws and, when that changes the height of posts, puts back what it moved */
export function keepInPlace(signal: AbortSignal): (changesHeights: boolean, draw: () => void) => void {
  let untouched = true;
  for (const input of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    window.addEventListener(input, () => { untouched = false; }, { signal, once: true, capture: true, passive: true });
  }
  return (changesHeights, draw) => (untouched && changesHeights ? drawInPlace(draw) : draw());
}

function drawInPlace(draw: () => void): void {
  const { scrollingElement: page } = document;
  if (!page || page.scrollHeight <= innerHeight) return draw();
  if (page.scrollHeight - innerHeight - page.scrollTop < slack) {
    draw();
    window.scrollTo({ top: page.scrollHeight, behavior: 'instant' });
    return;
  }
  const kept = inTheMiddle();
  const before = kept?.getBoundingClientRect().top ?? 0;
  draw();
  const moved = (kept?.getBoundingClientRect().top ?? 0) - before;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** The first post that reaches below the middle of the screen. Asking what stands at a point would have more made ready. */
function inTheMiddle(): Element | undefined {
  const posts = document.querySelectorAll(postSelector);
  let [low, high] = [0, posts.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if ((posts[at]?.getBoundingClientRect().bottom ?? 0) > innerHeight / 2) high = at;
    else low = at + 1;
  }
  return posts[low];
}
