import type { Tab } from '../browser/driver.ts';
import type { Surface } from './surface.ts';

/** The narrowest that all must be usable at: 1280 pixels at 400 %. */
const narrow = { width: 320, height: 720 };

/** @param path where the PNG is written */
export async function picture(tab: Tab, { size, middle, pointedAt }: Pick<Surface, 'size' | 'middle' | 'pointedAt'>, width: 'wide' | 'narrow', path: `${string}.png`): Promise<void> {
  await tab.resize(width === 'wide' ? size : narrow);
  await settle(tab, middle);
  if (pointedAt !== undefined) await tab.page.hover(pointedAt);
  await tab.screenshot(path);
}

/** Waits until what moves has arrived and what is to be seen is drawn. */
async function settle(tab: Tab, middle: string | undefined): Promise<void> {
  await tab.bringToFront();
  await tab.evaluate(async (selector) => {
    await document.fonts.ready;
    if (selector !== '') document.querySelector(selector)?.scrollIntoView({ block: 'center' });
    await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(({ finished }) => finished));
    // What follows from the new size is drawn in the first frame, and what follows from that in the second.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (selector !== '') document.querySelector(selector)?.scrollIntoView({ block: 'center' });
  }, middle ?? '');
}
