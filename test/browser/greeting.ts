/** The page by which the extension greets whoever has just installed it: as every browser here does anew when it starts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Shown } from './engine.ts';
import { eventually } from './eventually.ts';

const greeting = 'welcome.html';

/**
 * Waits until it stands, in front of everything, and closes it: else it would come in the middle of what is done next. Only once it
 * has loaded: Chromium sometimes never says that a tab has closed that was still to load.
 */
export async function dismissGreeting(tabs: () => Promise<Shown[]>, extension: string): Promise<void> {
  // Packages of others have none.
  if (!existsSync(join(extension, greeting))) return;
  const page = await eventually(async () => {
    const found = (await tabs()).find(({ address }) => address.endsWith(`/${greeting}`))?.page;
    return found && (await hasLoaded(found)) ? found : undefined;
  }, { what: 'the page that greets', timeout: 30_000 });
  await page.close();
}

/** A page that is about to change processes may not answer. */
async function hasLoaded(page: Page): Promise<boolean> {
  const state = page.evaluate(() => document.readyState).catch(() => 'loading');
  return (await Promise.race([state, pause(500, 'loading')])) === 'complete';
}
