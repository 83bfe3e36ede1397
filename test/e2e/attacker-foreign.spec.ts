/** Somebody else's page with a hundred embedded posts, of which the reader has annotated some. */
import { expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';
import { type Tab, eventually } from '../browser/driver.ts';
import { useAttackedStage } from './attacker.ts';

const { stage, written } = useAttackedStage();

/** All that the page can tell about its frames. */
function seenOf(tab: Tab) {
  return tab.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => ({
    height: frame.getBoundingClientRect().height, frames: frame.contentWindow?.length, inside: frame.contentDocument === null,
  })));
}

/** Waits until the button of the extension tells this in some tab. (It does not know the address of this one.) */
async function counts(wanted: string): Promise<void> {
  const asking = await stage.driver.extensionPage('popup.html');
  await eventually(() => asking.evaluate(async (text) => {
    const { action, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
    const all = await Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText(id === undefined ? {} : { tabId: id })));
    return all.includes(text);
  }, wanted), { what: `the count ${wanted}`, timeout: 30_000 });
  await asking.close();
}

test('it sees the same of a hundred embedded posts before and after some of them are annotated', { timeout: 180_000 }, async () => {
  const [channel] = stage.site.channels;
  const names = channel?.posts.filter(({ text, appOnly }) => text !== undefined && !appOnly).slice(-25).map(({ id }) => `${channel.handle}/${id}`) ?? [];
  const annotated = names.filter((_, i) => i % 2 === 0);
  const page = `https://example.org/embed?${[...names, ...names, ...names, ...names].map((name) => `post=${name}`).join('&')}`;
  const tab = await stage.driver.open(page);
  await tab.bringToFront();
  // Once each has told its height: Chromium draws only what is on screen.
  await eventually(() => tab.evaluate(() => {
    const next = [...document.querySelectorAll('iframe')].find((frame) => frame.getBoundingClientRect().height === 80);
    next?.scrollIntoView();
    return next === undefined;
  }), { what: 'a hundred heights', timeout: 60_000 });
  const before = await seenOf(tab);
  expect(before).toHaveLength(100);
  await written(...annotated.map((name) => ({ name, tags: ['port'], note: 'Two\nlines' })));
  // Postil itself knows by now which are.
  await counts(`${annotated.length * 4}`);
  await tab.bringToFront();
  expect(await seenOf(tab)).toEqual(before);
  await tab.close();
});
