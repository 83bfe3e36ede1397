/**
 * The tabs as Firefox itself knows them. Puppeteer goes on listing closed ones that showed a page of the extension, knows no
 * address of such, and under load is sometimes not told of a tab that the extension opens: about once in three hundred times.
 */
import type { Browser, Page } from 'puppeteer-core';
import type { Shown } from './engine.ts';
import { eventually } from './eventually.ts';
import { announce, contextOf, topContexts, type Info } from './firefox-protocol.ts';

/** For so long the news of a new tab may be on its way. */
const NEWS_MS = 2_000;

export async function tabs(browser: Browser): Promise<Shown[]> {
  const allShown = async (): Promise<Shown[] | undefined> => {
    const { shown, untold } = await look(browser);
    return untold.length === 0 ? shown : undefined;
  };
  const what = 'Puppeteer to know all tabs';
  return await eventually(allShown, { timeout: NEWS_MS, what }).catch(async () => {
    for (const tab of (await look(browser)).untold) announce(browser, tab);
    return await eventually(allShown, { timeout: NEWS_MS, what });
  });
}

async function look(browser: Browser): Promise<{ shown: Shown[]; untold: Info[] }> {
  const contexts = await topContexts(browser);
  const pages = new Map<string, Page>();
  for (const page of await browser.pages()) pages.set(contextOf(page.mainFrame()), page);
  const shown: Shown[] = [];
  const untold: Info[] = [];
  for (const info of contexts) {
    const page = pages.get(info.context);
    if (page) shown.push({ page, address: info.url });
    else untold.push(info);
  }
  return { shown, untold };
}
