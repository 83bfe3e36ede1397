/** What the browser and other versions do to what is stored. */
import { expect, test } from 'vitest';
import { callPrivileged } from '../browser/firefox-protocol.ts';
import { type Tab, eventually } from '../browser/driver.ts';
import { annotate, browserName, lists, openEditor, post, save, showPost, useStage } from './support.ts';

const stage = useStage({ alone: true });
const channel = 'https://t.me/s/harbour_gazette';

const clearInFirefox = `async () => {
  const { mozExtensionHostname } = WebExtensionPolicy.getByID('postil@extension');
  const address = Services.io.newURI('moz-extension://' + mozExtensionHostname);
  const request = Services.qms.clearStoragesForPrincipal(Services.scriptSecurityManager.createContentPrincipal(address, {}));
  await new Promise((done) => { request.callback = done; });
}`;

/** As the browser's own settings do it. */
async function clearStorage({ page }: Tab): Promise<void> {
  if (browserName === 'firefox') return callPrivileged(page.browser(), clearInFirefox, []);
  const session = await page.createCDPSession();
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
  return session.detach();
}

/** Read behind the extension's back. */
function draftNotes(page: Tab): Promise<string[]> {
  return page.evaluate(() => new Promise<string[]>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const rows = opening.result.transaction('drafts').objectStore('drafts').getAll();
      rows.onsuccess = () => {
        opening.result.close();
        resolve((rows.result as { note: string }[]).map(({ note }) => note));
      };
    };
  }));
}

test('when what is stored is cleared, lists are empty at once, and an editor that was open saves', async () => {
  const { driver } = stage;
  const popup = await driver.extensionPage('popup.html');
  await save(stage, popup, [{ name: 'harbour_gazette/93', tags: ['vote'] }]);
  const library = await driver.extensionPage('library.html');
  const tab = await driver.open(channel);
  await openEditor(tab, 'harbour_gazette/90');
  await tab.press('Enter');
  await tab.type('typed before, ');
  for (const page of [popup, library]) await lists(page, 'Harbour Gazette › 93');
  // What is being written when the browser clears fails, and says so; that is not what is tried here.
  await eventually(async () => (await draftNotes(popup)).includes('typed before, '), { what: 'the draft to be kept' });

  await clearStorage(popup);
  for (const page of [popup, library]) await page.find('region', 'Your first annotation');
  await tab.type('and after');
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post('harbour_gazette/90') });
  for (const page of [popup, library]) await lists(page, 'Harbour Gazette › 90');
  for (const page of [tab, popup, library]) await page.close();
});

test('what a newer version wrote is left alone, and everybody says so', async () => {
  const { driver } = stage;
  const words = /^Your annotations were written by a newer version of Postil\./;
  const popup = await driver.extensionPage('popup.html');
  await lists(popup, 'Harbour Gazette › 90');
  const tab = await driver.open(channel);
  await annotate(tab, 'harbour_gazette/88', { note: 'before' });
  await popup.evaluate(() => new Promise<void>((resolve, reject) => {
    const upgrade = indexedDB.open('postil', 990);
    upgrade.addEventListener('upgradeneeded', () => upgrade.result.createObjectStore('future'));
    upgrade.addEventListener('success', () => resolve(upgrade.result.close()));
    upgrade.addEventListener('error', () => reject(upgrade.error));
  }));
  expect(await (await popup.find('alert')).text()).toMatch(words);
  await showPost(tab, 'harbour_gazette/91');
  await (await tab.find('button', /^Annotate/, { in: post('harbour_gazette/91') })).click();
  const editor = await tab.framed('Annotation');
  expect(await (await editor.find('alert')).text()).toMatch(words);
  for (const page of [tab, popup]) await page.close();
  // What pages cannot show, they report on the console as well, whatever they ask for and as long as they are open.
  expect(driver.errors.splice(0).every((error) => /newer version|NewerDatabase/.test(error))).toBe(true);
});
