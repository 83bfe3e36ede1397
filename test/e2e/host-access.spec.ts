/** A person may keep Postil from Telegram's pages in the browser's settings, and let it in again. */
import { expect, test } from 'vitest';
import { callPrivileged } from '../browser/firefox-protocol.ts';
import { type Tab } from '../browser/driver.ts';
import { annotate, browserName, disappears, focusIsOn, lists, save, useStage } from './support.ts';

const stage = useStage({ alone: true });
const hint = 'Access to Telegram';

/** Takes the right away in Firefox, as its page for add-ons does: one host of the three. */
const revokeInFirefox = `async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('postil@extension');
  await ExtensionPermissions.remove(extension.id, { permissions: [], origins: ['https://t.me/*'] }, extension);
}`;

/** What Chromium's page for extensions calls "Site access". */
async function setSiteAccess(popup: Tab, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const settings = await popup.page.browser().newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (change) => {
    const { developerPrivate } = (globalThis as unknown as {
      chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
    }).chrome;
    await developerPrivate.updateExtensionConfiguration(change);
  }, { extensionId: new URL(popup.page.url()).host, hostAccess });
  await settings.close();
}

test('without access to Telegram the popup says so, does all else, and asks for it', async () => {
  const { driver } = stage;
  const popup = await driver.extensionPage('popup.html');
  await save(stage, popup, [{ name: 'harbour_gazette/93', note: 'vote' }, { name: 'harbour_gazette/88', note: 'timetable' }]);
  expect(await popup.findAll('group', hint)).toEqual([]);
  if (browserName === 'firefox') await callPrivileged(popup.page.browser(), revokeInFirefox, []);
  else await setSiteAccess(popup, 'ON_CLICK');
  expect(await (await popup.find('group', hint)).text()).toContain('cannot show or add notes');

  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('vote');
  await lists(popup, 'Harbour Gazette › 93');
  await (await popup.find('button', 'Export JSON')).click();
  expect(JSON.parse(await driver.downloaded(/^postil-.*\.json$/))).toMatchObject({ annotations: [{}, {}] });

  const allow = await popup.find('button', 'Allow');
  // Nobody can answer the question that Chromium asks then.
  if (browserName === 'firefox') await allow.click();
  else await setSiteAccess(popup, 'ON_ALL_SITES');
  await disappears(popup, 'group', hint);
  if (browserName === 'firefox') await focusIsOn(popup, 'Search annotations');
  const tab = await driver.open('https://t.me/s/harbour_gazette');
  await annotate(tab, 'harbour_gazette/90', { note: 'allowed' });
  for (const each of [tab, popup]) await each.close();
});
