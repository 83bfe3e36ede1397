import type { ElementHandle, Frame } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import type { Engine } from './engine.ts';

export interface Found {
  handle: ElementHandle<HTMLElement>;
  role: string;
  name: string;
}

/** All elements of a role in a document, or in a part of it told by a CSS selector, closed shadow roots included. */
export async function findElements(engine: Engine, frame: Frame, role: string, within?: string): Promise<Found[]> {
  const start = within === undefined ? await frame.evaluateHandle(() => document) : await frame.$(within);
  if (start === null) return [];
  const scopes = [start, ...(await engine.shadowRoots(frame, start))];
  const describe = await frame.evaluateHandle(`(${describeElement})`);
  const matches = await frame.evaluateHandle(
    (describing, wanted, ...parts) =>
      (parts as ParentNode[])
        .flatMap((part) => [...part.querySelectorAll('*')])
        .map((element) => ({ element, described: (describing as typeof describeElement)(element, wanted) }))
        .filter(({ described }) => described !== undefined),
    describe,
    role,
    ...scopes,
  );
  const names = await matches.evaluate((all) => all.map(({ described }) => described?.name ?? ''));
  const handles = names.map(async (_name, index) => await matches.evaluateHandle((all, at) => all[at]?.element, index));
  return (await Promise.all(handles)).map((handle, index) => ({
    handle: handle as ElementHandle<HTMLElement>,
    role,
    name: names[index] ?? '',
  }));
}
