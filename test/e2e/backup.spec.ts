/** Reminders of an export, and copies that are saved without being asked for. */
import { cpSync, mkdtempSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { browserName, disappears, extension, focusIsOn, save, useStage } from './support.ts';

/** A package of its own, whose manifest is changed below. */
const folder = mkdtempSync(join(tmpdir(), 'postil-backup-'));
cpSync(extension, folder, { recursive: true });
afterAll(() => rm(folder, { recursive: true }));

const stage = useStage({ extension: folder });
const posts = (from: number, to: number) => (
  Array.from({ length: to - from + 1 }, (_, i) => ({ name: `tide_table/${from + i}`, note: `Tide ${from + i}` }))
);
const box = (library: Tab) => library.find('checkbox', 'Save a copy to Downloads by itself');
const isOn = async (library: Tab) => (await box(library)).handle.evaluate((element) => (element as HTMLElement as HTMLInputElement).checked);
const says = (tab: Tab, words: string) => eventually(() => tab.evaluate((text) => document.body.innerText.includes(text), words), { what: words });

/**
 * The exports that have arrived, oldest first. Firefox keeps the name that the extension gives; Chromium, when driven by
 * a test, puts every download under a name of its own.
 */
async function copies(): Promise<{ annotations: unknown[] }[]> {
  const place = browserName === 'firefox' ? join(stage.driver.downloads, 'Postil') : stage.driver.downloads;
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.json') && (browserName === 'firefox' || !name.startsWith('postil')));
  const texts = await Promise.all(names.map((name) => readFile(join(place, name), 'utf8')));
  return texts.filter((text) => text.endsWith('}\n')).map((text) => JSON.parse(text) as { annotations: unknown[] });
}

test('after fifty changes the popup reminds of an export, not when told "Later", and not after one', async () => {
  const { driver } = stage;
  const popup = await driver.extensionPage('popup.html');
  await save(stage, popup, posts(1, 49));
  await says(popup, '49 annotations');
  expect(await popup.findAll('group', 'Backup')).toEqual([]);
  await save(stage, popup, posts(50, 50));
  expect(await (await popup.find('group', 'Backup')).text()).toContain('50 changes not exported yet.');
  await expectAccessible(popup, 'popup with a reminder');

  await (await popup.find('button', 'Later')).click();
  await disappears(popup, 'group', 'Backup');
  await focusIsOn(popup, 'Search annotations');
  await (await popup.find('button', 'Export JSON')).click();
  const exported = JSON.parse(await driver.downloaded(/^postil-.*\.json$/)) as { annotations: unknown[] };
  expect(exported.annotations).toHaveLength(50);
  await disappears(popup, 'group', 'Backup');

  const library = await driver.extensionPage('library.html#data');
  await library.find('heading', 'Backup');
  await says(library, 'Last export: ');
  await save(stage, library, posts(51, 51));
  await says(library, '1 change since your last export.');
  await expectAccessible(library, 'your data, with the section about backup');
  for (const tab of [popup, library]) await tab.close();
});

// Nobody can answer Chromium's question here; Firefox is told to ask none.
if (browserName === 'chromium') test('the switch stays off, and says why, while the browser asks for the permission', async () => {
  const library = await stage.driver.extensionPage('library.html#data');
  await (await box(library)).click();
  await says(library, 'Copies are saved once you allow it there.');
  expect(await isOn(library)).toBe(false);

  // Chromium lets an extension keep what it once had: here, by an earlier version that demanded it.
  const manifest = join(folder, 'manifest.json');
  const original = await readFile(manifest, 'utf8');
  const { optional_permissions: optional, permissions, ...others } = JSON.parse(original) as Record<'optional_permissions' | 'permissions', string[]>;
  await writeFile(manifest, JSON.stringify({ ...others, permissions: [...permissions, ...optional] }));
  const browser = library.page.browser();
  await browser.installExtension(folder);
  await writeFile(manifest, original);
  await browser.installExtension(folder);
});

test('once switched on, a full copy is saved whenever an export is due and Postil is opened, once for all pages', async () => {
  const { driver } = stage;
  const library = await driver.extensionPage('library.html#data');
  await (await box(library)).click();
  await eventually(() => isOn(library), { what: 'the switch to be on' });
  await save(stage, library, posts(52, 100));
  await says(library, '50 changes since your last export.');
  expect(await library.findAll('group', 'Backup')).toEqual([]);
  expect(await copies()).toEqual([]);

  const pages = [await driver.extensionPage('popup.html'), await driver.extensionPage('library.html#data')];
  const [copy, ...more] = await eventually(async () => {
    const all = await copies();
    return all.length > 0 ? all : undefined;
  }, { what: 'the copy' });
  expect([copy?.annotations.length, more.length]).toEqual([100, 0]);
  for (const each of [library, ...pages.slice(1)]) await disappears(each, 'group', 'Backup');
  await says(library, 'Last export: ');
  await eventually(() => library.evaluate(() => !document.body.innerText.includes('since your last export')), { what: 'the count to begin anew' });
  for (const tab of [library, ...pages]) await tab.close();
});

test('when the permission is taken back, Postil reminds instead and says so', async () => {
  const library = await stage.driver.extensionPage('library.html#data');
  expect(await isOn(library)).toBe(true);
  await library.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { permissions: { remove(what: object): Promise<boolean> } }>;
    await (browser ?? chrome)?.permissions.remove({ permissions: ['downloads'] });
  });
  await says(library, 'The browser no longer lets Postil save files');
  expect(await isOn(library)).toBe(false);
  await save(stage, library, posts(101, 150));
  await library.find('group', 'Backup');
  await library.close();
});

// Chromium would ask again.
if (browserName === 'firefox') test('a copy that cannot be saved is told of, and saved the next time; switched off, the permission is given back', async () => {
  const { driver } = stage;
  const place = join(driver.downloads, 'Postil');
  await rm(place, { recursive: true });
  await writeFile(place, 'a file where the folder should be');
  const library = await driver.extensionPage('library.html#data');
  await (await box(library)).click();
  await eventually(() => isOn(library), { what: 'the switch to be on again' });
  await says(library, 'The copy could not be saved to Downloads.');
  await library.find('button', 'Export now');
  expect(driver.errors.splice(0)).toHaveLength(1);

  await rm(place);
  await library.reload();
  await eventually(async () => (await copies())[0]?.annotations.length === 150, { what: 'the copy' });
  await disappears(library, 'group', 'Backup');
  await (await box(library)).click();
  await eventually(async () => !(await isOn(library)), { what: 'the switch to be off' });
  await eventually(() => library.evaluate(async () => {
    const { browser } = globalThis as unknown as { browser: { permissions: { getAll(): Promise<{ permissions: string[] }> } } };
    return !(await browser.permissions.getAll()).permissions.includes('downloads');
  }), { what: 'the permission to be given back' });
  await library.close();
});
