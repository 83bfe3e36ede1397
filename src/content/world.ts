/**
 * What the scripts of this room leave in the world that they share. Symbols, since a name could be taken by an element of
 * the page. Other worlds, the page's among them, do not see it.
 */
import type { AnnotatedPage } from './page.ts';
import type { Reading } from './reading.ts';
import type { call } from './worker.ts';

/** Left by the script that annotates, which may run but once. */
const running = Symbol.for('postil');

/** @returns undefined when no script annotates this page */
export function leftPage(): AnnotatedPage | undefined {
  return Reflect.get(globalThis, running) as AnnotatedPage | undefined;
}

export function leavePage(page: AnnotatedPage): void {
  Reflect.set(globalThis, running, page);
}

/** Left by `reader.js`. It is given the way to the worker, so that it needs none of its own. */
const reader = Symbol.for('postil reader');
type CreateReading = (by: typeof call) => Reading;

export function leftReading(): CreateReading | undefined {
  const left: unknown = Reflect.get(globalThis, reader);
  return typeof left === 'function' ? left as CreateReading : undefined;
}

export function leaveReading(create: CreateReading): void {
  Reflect.set(globalThis, reader, create);
}
