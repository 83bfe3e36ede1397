/** Single letters that go from post to post, and annotate: only where a person has switched them on. */
import { isPressed, postKeys } from '../model/shortcuts.ts';
import { postSelector } from '../telegram/find.ts';
import { logError } from './log-error.ts';
import type { AnnotatedPage } from './page.ts';

/** Where keys type. By the prototype below, since the fields of a form shadow its own methods. */
const typed = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), [role="textbox" i]';

/** In pixels; t.me's own head, which stays, is a little less. */
const headroom = 64;

/** @returns has them listened to, or no longer */
export function createPageKeys({ posts, annotate, lives }: AnnotatedPage): (on: boolean) => void {
  /** Where focus went, and how far down the page that was, until the page has come to rest there. */
  let going: { post: Element; at: number; isRepeated: boolean } | undefined;
  let isOpening = false;

  /** The post that has focus, as long as it is on screen: who has scrolled on reads another. */
  function focusedPost(): Element | undefined {
    const post = document.activeElement?.closest(postSelector);
    return post && posts.has(post) && (post === going?.post || isOnScreen(post)) ? post : undefined;
  }

  /** The posts as the page has them now, from top to bottom. */
  function inOrder(): Element[] {
    return [...document.querySelectorAll(postSelector)].filter((post) => posts.has(post));
  }

  function go(step: number, isRepeated: boolean): void {
    const all = inOrder();
    const from = focusedPost();
    const post = from ? all[all.indexOf(from) + step] : nearestToMiddle(all);
    if (!post) return;
    going = { post, at: distanceDown(post), isRepeated };
    posts.get(post)?.focus();
    bringIntoView(post, isRepeated);
  }

  async function open(): Promise<void> {
    const post = posts.get(focusedPost() ?? nearestToMiddle(inOrder()) ?? document.body);
    post?.appear();
    isOpening = true;
    await annotate(post).catch(logError);
    isOpening = false;
  }

  function onKey(event: KeyboardEvent): void {
    const step = isPressed(event, postKeys.next) ? 1 : isPressed(event, postKeys.previous) ? -1 : 0;
    if (step === 0 && !isPressed(event, postKeys.annotate)) return;
    // What the page has used already is its own. What is typed while the editor opens is meant for the editor.
    if (!event.isTrusted || event.defaultPrevented || isOpening || isTyped(event) || !lives()) return;
    event.preventDefault();
    if (step !== 0) go(step, event.repeat);
    else if (!event.repeat) void open();
  }

  // Where older posts are put above meanwhile, t.me corrects the position at once, which ends a calm scroll half way.
  function onScroll(): void {
    if (!going || distanceDown(going.post) === going.at) return;
    going.at = distanceDown(going.post);
    bringIntoView(going.post, going.isRepeated);
  }

  const rest = () => { going = undefined; };
  return (on) => {
    // Last of all, so that the page comes first.
    const change = on ? window.addEventListener : window.removeEventListener;
    change.call(window, 'keydown', onKey as EventListener);
    change.call(window, 'scroll', onScroll);
    // It is there, or the reader goes elsewhere.
    for (const end of ['scrollend', 'wheel', 'touchmove']) change.call(window, end, rest, true);
  };
}

function isTyped(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && Element.prototype.matches.call(target, typed))
    || document.designMode === 'on';
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** In pixels, from the top of the page. */
function distanceDown(element: Element): number {
  return Math.round(element.getBoundingClientRect().top + scrollY);
}

function nearestToMiddle(all: readonly Element[]): Element | undefined {
  const distances = all.map((post) => {
    const { top, bottom } = post.getBoundingClientRect();
    return Math.max(top - innerHeight / 2, innerHeight / 2 - bottom, 0);
  });
  return all[distances.indexOf(Math.min(...distances))];
}

/** In the middle of the screen, or from its beginning when it is too tall for that. */
function bringIntoView(post: Element, isRepeated: boolean): void {
  const { top, height } = post.getBoundingClientRect();
  const isTall = height > innerHeight - 2 * headroom;
  const isCalm = isRepeated || matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({
    top: scrollY + top - (isTall ? headroom : (innerHeight - height) / 2), behavior: isCalm ? 'instant' : 'smooth',
  });
}
