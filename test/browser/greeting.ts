/** The page by which the extension greets whoever has just installed it: as every browser here does anew when it starts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { eventually } from './eventually.ts';

const greeting = 'welcome.html';

/**
 * Waits until it stands, in front of everything, and closes it: else it would come in the middle of what is done next. Once in a
 * hundred times, when much else is done, Firefox opens none; then none is in the way, either.
 */
export async function dismissGreeting(browser: Browser, extension: string): Promise<void> {
  // Packages of others have none.
  if (!existsSync(join(extension, greeting))) return;
  const page = await eventually(async () => {
    const pages = await browser.pages();
    const addresses = await Promise.all(pages.map(addressOf));
    return pages[addresses.findIndex((address) => address.endsWith(`/${greeting}`))];
  }, { what: 'the page that greets', timeout: 15_000 }).catch(() => undefined);
  await page?.close();
}

/** As the page itself says, since Firefox tells none of extension pages; empty when it does not answer. */
function addressOf(page: Page): Promise<string> {
  return Promise.race([page.evaluate(() => location.href).catch(() => ''), pause(500, '')]);
}
