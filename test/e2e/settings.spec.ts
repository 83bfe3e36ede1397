/** What can be set, and the help beside it. */
import { expect, test } from 'vitest';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { choose, focusIsOn, openEditor, save, useStage } from './support.ts';

const stage = useStage();

const schemeOf = (part: Part) => part.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const looks = (tab: Tab, scheme: string) => eventually(async () => (await schemeOf(tab)) === scheme, { what: `the theme ${scheme}` });

/** Opened as the browser's own button for options does. */
async function openOptions(): Promise<Tab> {
  const popup = await stage.driver.extensionPage('popup.html');
  await popup.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { openOptionsPage(): Promise<void> } }>;
    return (browser ?? chrome)?.runtime.openOptionsPage();
  });
  const settings = await stage.driver.tab(/\/library\.html#settings$/);
  await popup.close();
  return settings;
}

test('the browser’s “Options” leads to the settings; a theme chosen there is that of every page of ours, and of the form on a page of the other one', async () => {
  const settings = await openOptions();
  await (await settings.find('radio', 'As the browser')).focus();
  await expectAccessible(settings, 'settings');
  await looks(settings, 'light dark');
  const tags = await stage.driver.extensionPage('library.html#tags');
  await settings.bringToFront();
  await settings.press('ArrowRight');
  await settings.press('ArrowRight');
  for (const open of [settings, tags]) await looks(open, 'dark');
  await expectAccessible(settings, 'settings in the theme that was chosen');
  await tags.close();

  const popup = await stage.driver.extensionPage('popup.html');
  await looks(popup, 'dark');
  await popup.close();
  const page = await stage.driver.open('https://t.me/s/harbour_gazette');
  await openEditor(page, 'harbour_gazette/93');
  const editor = await page.framed('Annotation');
  expect(await schemeOf(editor)).toBe('dark');
  expect(await editor.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(28, 27, 25)');
  await page.close();

  await settings.bringToFront();
  await (await settings.find('radio', 'As the browser')).click();
  await looks(settings, 'light dark');
  await settings.close();
});

test('what pages show is set there, too, and the tags that have a key are named', async () => {
  const settings = await stage.driver.extensionPage('library.html#settings');
  await save(stage, settings, [{ name: 'harbour_gazette/88', tags: ['timetable'] }]);
  await choose(settings, 'On pages', 'Mark only');
  const tags = await stage.driver.extensionPage('library.html#tags');
  await (await tags.find('button', 'Edit tag timetable')).click();
  await choose(tags, 'Key in the form', 'Alt+1');
  await (await tags.find('button', 'Save')).click();
  await tags.find('button', 'Undo');
  await tags.close();
  await settings.reload();
  const pinned = await eventually(async () => (await settings.findAll('listitem', undefined, '[aria-label="Pinned tags"]'))[0]);
  expect(await pinned.text()).toMatch(/^timetable\s+Alt\+1$/);
  const shown = await settings.find('combobox', 'On pages');
  expect(await shown.value()).toBe('mark');
  await settings.page.setViewport({ width: 320, height: 640 });
  await expectAccessible(settings, 'narrow settings');
  expect(await settings.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await settings.close();
});

test('a newcomer is led to the help, which leads to what it speaks of', async () => {
  const popup = await stage.driver.extensionPage('popup.html');
  await (await popup.find('button', 'Delete')).click();
  await popup.find('button', 'Undo');
  await popup.reload();
  expect(await (await popup.find('link', 'Help')).attribute('href')).toBe('library.html#guide');
  await popup.close();

  const guide = await stage.driver.extensionPage('library.html#guide');
  await guide.find('heading', 'Annotate a post');
  const said = await guide.evaluate(() => [...document.querySelectorAll('.guide :is(h2, p)')].map((each) => each.textContent.trim()));
  expect(said.length).toBeGreaterThan(30);
  expect(said).not.toContain('');
  await expectAccessible(guide, 'the help');
  await guide.page.setViewport({ width: 320, height: 640 });
  await expectAccessible(guide, 'the narrow help');
  expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await (await guide.find('link', 'Tags', { in: '.guide' })).focus();
  await guide.press('Enter');
  await guide.find('button', 'Edit tag timetable');
  await (await guide.find('link', 'Help')).focus();
  await focusIsOn(guide, 'Help');
  await guide.close();
});
