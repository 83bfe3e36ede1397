import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.ts';

/** As a person would before using a tab. Chromium does not draw, nor handle input in, a tab in the background. */
export async function bringForward(page: Page): Promise<void> {
  if (await isInFront(page)) return;
  await page.bringToFront();
  await eventually(() => isInFront(page), { what: 'the tab to come to the front' });
}

async function isInFront(page: Page): Promise<boolean> {
  return await page.evaluate(() => document.visibilityState === 'visible');
}
