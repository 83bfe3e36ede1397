import type { ElementHandle, Frame, JSHandle } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import { eachOf } from './each-of.ts';
import type { Engine } from './engine.ts';

/** Elements that are exposed in a role, and by a name if one is given. */
export interface Wanted {
  role: string;
  name: string | RegExp | undefined;
  /** CSS selector of the part of the document to look in. */
  within: string | undefined;
}

/** All such elements, those in closed shadow roots included. Only what is found gets a handle: each costs a round trip. */
export async function findElements(engine: Engine, frame: Frame, { role, name, within }: Wanted): Promise<ElementHandle<HTMLElement>[]> {
  const [describe, parts] = await Promise.all([
    frame.evaluateHandle(`(${describeElement})`),
    partsOf(engine, frame, within),
  ]);
  const found = await frame.evaluateHandle(
    (describing, wanted, called, ...all) => {
      const pattern = typeof called === 'object' ? new RegExp(called.source, called.flags) : undefined;
      return (all as ParentNode[]).flatMap((part) => [...part.querySelectorAll('*')]).filter((element) => {
        const described = (describing as typeof describeElement)(element, wanted);
        return described && (pattern?.test(described.name) ?? (called === undefined || called === described.name));
      });
    },
    describe,
    role,
    name instanceof RegExp ? { source: name.source, flags: name.flags } : name,
    ...parts,
  );
  return await eachOf<HTMLElement>(found);
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
export async function partsOf(engine: Engine, frame: Frame, within: string | undefined): Promise<JSHandle<Node>[]> {
  const start = within === undefined ? await frame.evaluateHandle(() => document) : await frame.$(within);
  return start === null ? [] : [start, ...(await engine.shadowRoots(frame, start))];
}
