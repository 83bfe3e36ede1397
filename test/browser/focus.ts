import type { ElementHandle, Frame, JSHandle, Page } from 'puppeteer-core';
import { describeElement, type Described } from './aria.ts';
import type { Engine } from './engine.ts';
import { rootOf } from './finder.ts';

interface Focus {
  frame: Frame;
  element: ElementHandle<HTMLElement>;
}

type Root = JSHandle<Document | ShadowRoot>;

/** Follows the focus from the top document through shadow roots, closed or not, and frames to where it really is. */
export async function findFocus(page: Page, engine: Engine): Promise<Focus> {
  let frame = page.mainFrame();
  let element = await activeIn(await documentOf(frame));
  while (element !== undefined) {
    const child = await (element as ElementHandle<Element> as ElementHandle<HTMLIFrameElement>).contentFrame();
    const next: Root[] = child ? [await documentOf(child)] : await rootsOf(element, frame, engine);
    const inside = next[0] && (await activeIn(next[0]));
    if (inside === undefined) return { frame, element };
    frame = child ?? frame;
    element = inside;
  }
  throw new Error(`Nothing has focus in ${page.url()}`);
}

export async function describeFocus(page: Page, engine: Engine): Promise<Described> {
  const { frame, element } = await findFocus(page, engine);
  const isBody = await element.evaluate((each) => each === document.body);
  if (isBody) return { role: 'document', name: await frame.title() };
  return (await element.evaluate(describeElement)) ?? { role: '', name: '' };
}

async function documentOf(frame: Frame): Promise<Root> {
  return await frame.evaluateHandle(() => document);
}

async function rootsOf(element: ElementHandle, frame: Frame, engine: Engine): Promise<Root[]> {
  const root = await rootOf(engine, frame, element);
  return root ? [root] : [];
}

async function activeIn(root: Root): Promise<ElementHandle<HTMLElement> | undefined> {
  const active = await root.evaluateHandle((each) => each.activeElement);
  return (active.asElement() ?? undefined) as ElementHandle<HTMLElement> | undefined;
}
