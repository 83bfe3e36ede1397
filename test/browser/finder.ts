import type { ElementHandle, Frame, JSHandle } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import { eachOf } from './each-of.ts';
import type { Engine } from './engine.ts';

export interface Found {
  handle: ElementHandle<HTMLElement>;
  name: string;
}

/** All elements of a role in a document, or in a part of it told by a CSS selector, closed shadow roots included. */
export async function findElements(engine: Engine, frame: Frame, role: string, within?: string): Promise<Found[]> {
  const parts = await partsOf(engine, frame, within);
  const describe = await frame.evaluateHandle(`(${describeElement})`);
  const matches = await frame.evaluateHandle(
    (describing, wanted, ...all) =>
      (all as ParentNode[])
        .flatMap((part) => [...part.querySelectorAll('*')])
        .map((element) => ({ element, described: (describing as typeof describeElement)(element, wanted) }))
        .filter(({ described }) => described !== undefined),
    describe,
    role,
    ...parts,
  );
  const names = await matches.evaluate((all) => all.map(({ described }) => described?.name ?? ''));
  const elements = await matches.evaluateHandle((all) => all.map(({ element }) => element));
  const handles = await eachOf<HTMLElement>(elements);
  return handles.map((handle, index) => ({ handle, name: names[index] ?? '' }));
}

/** The documents framed in a document or in a part of it, and those framed in them. */
export async function findFrames(engine: Engine, frame: Frame, within?: string): Promise<Frame[]> {
  const parts = await partsOf(engine, frame, within);
  const iframes = await frame.evaluateHandle(
    (...all) => (all as ParentNode[]).flatMap((part) => [...part.querySelectorAll('iframe')]),
    ...parts,
  );
  const handles = await eachOf<HTMLIFrameElement>(iframes);
  const frames = await Promise.all(handles.map((handle) => handle.contentFrame()));
  const nested = await Promise.all(frames.map((child) => findFrames(engine, child)));
  return [...frames, ...nested.flat()];
}

/** Looking in a document means looking in each of its shadow roots too: no selector goes from one to the other. */
async function partsOf(engine: Engine, frame: Frame, within: string | undefined): Promise<JSHandle<Node>[]> {
  const start = within === undefined ? await frame.evaluateHandle(() => document) : await frame.$(within);
  return start === null ? [] : [start, ...(await engine.shadowRoots(frame, start))];
}
