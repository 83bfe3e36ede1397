import type { ElementHandle, Frame, JSHandle, Page } from 'puppeteer-core';
import type { Described, Engine } from './engine.ts';

interface Focus {
  frame: Frame;
  element: ElementHandle;
}

/** Follows the focus from the top document through shadow roots, closed or not, and frames to where it really is. */
export async function findFocus(page: Page, engine: Engine): Promise<Focus> {
  let frame = page.mainFrame();
  let root: JSHandle<Document | ShadowRoot> = await frame.evaluateHandle(() => document);
  for (;;) {
    const element = await activeIn(root);
    if (element === undefined) throw new Error(`Nothing has focus in ${frame.url()}`);
    const child = await (element as ElementHandle<HTMLIFrameElement>).contentFrame();
    const shadow = child ? undefined : await engine.shadowRoot(element);
    if (child) {
      frame = child;
      root = await child.evaluateHandle(() => document);
    } else if (shadow && (await activeIn(shadow))) {
      root = shadow;
    } else {
      return { frame, element };
    }
  }
}

export async function describeFocus(page: Page, engine: Engine): Promise<Described> {
  const { frame, element } = await findFocus(page, engine);
  const isBody = await element.evaluate((each) => each === each.ownerDocument.body);
  return isBody ? { role: 'document', name: await frame.title() } : await engine.describe(element);
}

async function activeIn(root: JSHandle<Document | ShadowRoot>): Promise<ElementHandle | undefined> {
  const active = await root.evaluateHandle((each) => each.activeElement);
  return (active.asElement() ?? undefined) as ElementHandle | undefined;
}
