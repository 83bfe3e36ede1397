/**
 * What the scripts of this room leave in the world that they share. Symbols, since a name could be taken by an element of
 * the page. Other worlds, the page's among them, do not see it.
 */
import type { PostKey } from '../model/post.ts';

/** Left by the script that annotates, which may run but once: the posts that it read before the page could change them. */
const running = Symbol.for('postil');

/** @returns undefined when no script annotates this page */
export function untouchedPosts(): readonly PostKey[] | undefined {
  const left: unknown = Reflect.get(globalThis, running);
  return typeof left === 'function' ? left() as readonly PostKey[] : undefined;
}

export function leaveUntouchedPosts(tell: () => readonly PostKey[]): void {
  Reflect.set(globalThis, running, tell);
}
