/** Asks axe-core whether what stands in a document now meets WCAG 2.2 at levels A and AA. https://www.deque.com/axe/ */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect } from 'vitest';
import type { Part } from '../browser/driver.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** @param behind the colour behind a framed document that is see-through, which axe takes for white otherwise */
export async function expectAccessible(part: Part, what: string, behind?: string): Promise<void> {
  const isThere = await part.evaluate(() => 'axe' in globalThis);
  if (!isThere) await part.frame.evaluate(source);
  const problems = await part.evaluate(async (tags, colour) => {
    const page = globalThis as unknown as { axe: typeof axe };
    const root = document.documentElement;
    if (colour !== '') root.style.background = colour;
    // What fades in is not judged by half; what is gone before it has faded in, not at all.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await page.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    root.style.background = '';
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
  }, levels, behind ?? '');
  expect(problems, `what axe finds in: ${what}`).toEqual([]);
}
