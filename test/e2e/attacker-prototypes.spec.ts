/** A page that has changed what its scripts stand on before ours came: it hears nothing by it, and hinders nothing. */
import { expect, test } from 'vitest';
import { secretWords, secrets, useAttackedStage } from './attacker.ts';
import { annotate, shownOn } from './support.ts';

const { open } = useAttackedStage();
const name = 'harbour_gazette/93';

type Spied = Window & { seen: Record<string, number>; heard: string[]; opened: ShadowRoot[] };

/**
 * Runs in the page. Spies on whatever is called and on properties by the names that our messages have, opens every shadow root,
 * and lies where only a lie of ours would be seen.
 */
function poison(): void {
  const seen: Record<string, number> = {};
  const heard: string[] = [];
  const opened: ShadowRoot[] = [];
  Object.assign(window, { seen, heard, opened });
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const note = (what: string, given: ArrayLike<unknown>) => {
    seen[what] = (seen[what] ?? 0) + 1;
    for (let i = 0; i < given.length; i++) {
      if (typeof given[i] === 'string') heard[heard.length] = `${what}: ${given[i] as string}`;
    }
  };
  const spyOn = (owner: object, ownerName: string) => {
    for (const key of ownKeys(owner)) {
      const property = getOwnPropertyDescriptor(owner, key);
      if (typeof key !== 'string' || key === 'constructor' || !property?.configurable || typeof property.value !== 'function') continue;
      const real = property.value as (...args: unknown[]) => unknown;
      defineProperty(owner, key, {
        ...property,
        value(this: unknown, ...args: unknown[]) {
          note(`${ownerName}.${key}`, args);
          if (key === 'attachShadow') {
            const root = apply(real, this, [{ mode: 'open' }]) as ShadowRoot;
            opened[opened.length] = root;
            return root;
          }
          return apply(real, this, args);
        },
      });
    }
  };
  for (const each of [Element, Document, Node, EventTarget, HTMLElement, ShadowRoot, Range, Selection, MutationObserver, IntersectionObserver, ResizeObserver, Highlight]) {
    spyOn(each.prototype, each.name);
  }
  spyOn(DOMImplementation.prototype, 'DOMImplementation');
  spyOn(JSON, 'JSON');
  spyOn(Promise.prototype, 'Promise');
  spyOn(CSS.highlights, 'highlights');
  for (const each of ['map', 'flatMap', 'filter', 'find', 'push', 'join', 'some', 'toSorted'] as const) {
    const real = Array.prototype[each] as (...args: unknown[]) => unknown;
    defineProperty(Array.prototype, each, { value(this: unknown[], ...args: unknown[]) { note(`Array.${each}`, this); return apply(real, this, args); } });
  }
  for (const each of ['call', 'apply'] as const) {
    const real = Function.prototype[each] as (...args: unknown[]) => unknown;
    defineProperty(Function.prototype, each, { value(this: unknown, ...args: unknown[]) { note(`Function.${each}`, args); return apply(real, this, args); } });
  }
  for (const each of ['note', 'tags', 'token', 'onPages', 'posts', 'mine', 'quote', 'args', 'keys', 'shown']) {
    defineProperty(Object.prototype, each, { configurable: true, get: () => 'a lie', set(value: unknown) { note(`Object.${each}`, [value]); } });
  }
  // As if a script of ours ran here already, and had left its reader.
  Object.assign(window, { [Symbol.for('postil')]: () => [], [Symbol.for('postil reader')]: () => ({}), [Symbol.for('postil description')]: {} });
}

test('the whole job is done as ever, and the page hears of none of it', async () => {
  const tab = await open(poison);
  await annotate(tab, name, { tags: [...secrets.tags], note: secrets.note });
  expect(await shownOn(tab, name)).toEqual({ tags: secrets.tags, notes: [secrets.note] });
  const { heard, calls, opened } = await tab.evaluate(() => {
    const spied = window as unknown as Spied;
    return { heard: [...spied.heard], calls: Object.keys(spied.seen).length, opened: spied.opened.length };
  });
  // The page's own script was heard.
  expect(calls).toBeGreaterThan(10);
  expect(opened).toBe(0);
  expect(heard.filter((each) => secretWords.some((word) => each.toLowerCase().includes(word)))).toEqual([]);
  await tab.close();
});
