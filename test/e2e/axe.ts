/** Asks axe-core whether what stands in a document now meets WCAG 2.2 at levels A and AA. https://www.deque.com/axe/ */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect } from 'vitest';
import type { Part } from '../browser/driver.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

export interface Look {
  /** In which direction the document is read. */
  dir?: string;
  /** The colour behind a framed document that is see-through, which axe takes for white otherwise. */
  behind?: string;
}

export async function expectAccessible(part: Part, what: string, { dir = 'ltr', behind = '' }: Look = {}): Promise<void> {
  await load(part);
  const problems = await part.evaluate(async (tags, direction, colour) => {
    const page = globalThis as unknown as { axe: typeof axe };
    const root = document.documentElement;
    const before = root.dir;
    root.dir = direction;
    if (colour !== '') root.style.background = colour;
    // What fades in is not judged by half; what is gone before it has faded in, not at all.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await page.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    root.style.background = '';
    root.dir = before;
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
  }, levels, dir, behind);
  expect(problems, `what axe finds in: ${what}`).toEqual([]);
}

/**
 * The same of our marks on somebody's page, and of nothing else there. Axe asks an element for its open root, so it is told of the
 * closed ones. It does not judge the colour of generated content: checks/design.test.ts does.
 */
export async function expectMarksAccessible(part: Part, what: string, { dir = 'ltr' }: Look): Promise<void> {
  await load(part);
  await part.evaluateShadows((...roots) => roots.forEach((root) => Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true })));
  const found = await part.evaluate(async (tags, direction) => {
    const page = globalThis as unknown as { axe: typeof axe };
    const root = document.documentElement;
    root.dir = direction;
    const { violations, passes } = await page.axe.run({ include: ['postil-annotation'] }, { runOnly: tags, resultTypes: ['violations', 'passes'], iframes: false });
    root.dir = '';
    return {
      problems: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)),
      judged: passes.filter(({ nodes }) => nodes.some(({ target }) => /button|postil-words/.test(String(target)))).map(({ id }) => id),
    };
  }, levels, dir);
  expect(found.problems, `what axe finds in: ${what}`).toEqual([]);
  // That it has seen into the roots.
  expect(found.judged, `what axe judged in: ${what}`).toContain('button-name');
}

async function load(part: Part): Promise<void> {
  const isThere = await part.evaluate(() => 'axe' in globalThis);
  if (!isThere) await part.frame.evaluate(source);
}
