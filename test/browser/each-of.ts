import type { ElementHandle, JSHandle } from 'puppeteer-core';

/** Handles to the elements of a list that lies in the page. */
export async function eachOf<T extends Element>(list: JSHandle<unknown[]>): Promise<ElementHandle<T>[]> {
  const length = await list.evaluate((all) => all.length);
  const handles = Array.from({ length }, (_, at) => list.evaluateHandle((all, index) => all[index], at));
  return (await Promise.all(handles)) as JSHandle<unknown>[] as ElementHandle<T>[];
}
