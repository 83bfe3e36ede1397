/** Finds what stands in a document, in closed shadow roots too. */
import type { ElementHandle, Frame, JSHandle } from 'puppeteer-core';
import { describeElement } from './aria.ts';
import type { Engine } from './engine.ts';
import { createInspector, type Found, type Inspector, type Wanted } from './inspector.ts';

/** What looks in the document that a frame shows, as long as it shows it. */
const inspectors = new WeakMap<Frame, JSHandle<Inspector>>();

/** Names, and the elements if they are asked for: each costs a round trip. */
export interface Sighting {
  names: string[];
  elements(): Promise<ElementHandle<HTMLElement>[]>;
}

/** All elements that are wanted, as they are now. @param within CSS selector of the part of the document to look in */
export async function findElements(engine: Engine, frame: Frame, within: string | undefined, wanted: Wanted): Promise<Sighting> {
  const look = async (): Promise<Found & { inspector: JSHandle<Inspector> }> => await asked(frame, async (inspector) => (
    { ...(await inspector.evaluate((it, part, what) => it.find(part, what), within, wanted)), inspector }
  ));
  const first = await look();
  const { names, ticket, inspector } = first.isPartial && (await learn(engine, frame, within)) ? await look() : first;
  // Of the inspector that found them: that of a document which has come since knows nothing of them.
  const elements = async () => await Promise.all(names.map(async (_, at) => (
    await inspector.evaluateHandle((it, list, index) => it.found(list, index), ticket, at)
  ) as JSHandle<unknown> as ElementHandle<HTMLElement>));
  return { names, elements };
}

/** The documents framed in a document or in a part of it, and those framed in them. */
export async function findFrames(engine: Engine, frame: Frame, within?: string): Promise<Frame[]> {
  const iframes = await (await findElements(engine, frame, within, { element: 'iframe' })).elements();
  const frames = await Promise.all(iframes.map((iframe) => (iframe as ElementHandle<Element> as ElementHandle<HTMLIFrameElement>).contentFrame()));
  const nested = await Promise.all(frames.map((child) => findFrames(engine, child)));
  return [...frames, ...nested.flat()];
}

/** Looking in a document means looking in each of its shadow roots too: no selector goes from one to the other. */
export async function partsOf(engine: Engine, frame: Frame, within: string | undefined): Promise<JSHandle<Node>[]> {
  await learn(engine, frame, within);
  return await asked(frame, async (inspector) => {
    const length = await inspector.evaluate((it, part) => it.parts(part).length, within);
    return await Promise.all(Array.from({ length }, (_, at) => (
      inspector.evaluateHandle((it, part, index) => it.parts(part)[index] as Node, within, at)
    )));
  });
}

/** The root of an element that is known to have one. */
export async function rootOf(engine: Engine, frame: Frame, element: ElementHandle): Promise<JSHandle<ShadowRoot> | undefined> {
  const isKnown = async () => await asked(frame, (inspector) => inspector.evaluate((it, host) => it.rootOf(host) !== undefined, element));
  if (!(await isKnown())) {
    await learn(engine, frame, undefined);
    if (!(await isKnown())) return undefined;
  }
  return await asked(frame, (inspector) => inspector.evaluateHandle((it, host) => it.rootOf(host) as ShadowRoot, element));
}

/** Tells the inspector of the closed roots that only the browser can reach. @returns whether there are any that it did not know */
async function learn(engine: Engine, frame: Frame, within: string | undefined): Promise<boolean> {
  return await asked(frame, async (inspector) => {
    const hosts = await inspector.evaluateHandle((it, part) => it.unknownHosts(part), within);
    const roots = await engine.shadowRoots(frame, hosts);
    if (roots.length > 0) await inspector.evaluate((it, ...all) => it.learn(...all), ...roots);
    return roots.length > 0;
  });
}

/** Asks the inspector of the document that is there now, which may be another than when it was last asked. */
async function asked<Result>(frame: Frame, ask: (inspector: JSHandle<Inspector>) => Promise<Result>): Promise<Result> {
  const known = inspectors.get(frame);
  if (known) {
    try {
      return await ask(known);
    } catch {
      inspectors.delete(frame);
    }
  }
  const inspector = await frame.evaluateHandle(`(${createInspector})(${describeElement})`) as JSHandle<Inspector>;
  inspectors.set(frame, inspector);
  return await ask(inspector);
}
