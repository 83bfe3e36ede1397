import { describe, expect, test } from 'vitest';
import { eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { seeAgain } from './sightings.ts';
import { browserName, choose, filterBy, focusIsOn, lists, openEditor, post, pressSummary, row, save, useStage } from './support.ts';

const written = [
  { name: 'northern_herald/139', tags: ['порт', 'claims/false'], note: 'Два срока.' },
  { name: 'harbour_gazette/88', tags: ['timetable'], note: 'For the fridge.' },
];

// Both browsers load the same style sheets: that the dark colours have contrast need be found out only once.
const themes = browserName === 'chromium' ? ['light', 'dark'] : ['light'];

describe.each(themes)('in the %s theme axe finds nothing to mend in', (theme) => {
  const stage = useStage({ darkTheme: theme === 'dark' });

  test('the popup: empty, with rows, with nothing found, while editing, after deleting', async () => {
    const popup = await stage.driver.extensionPage('popup.html');
    await popup.find('region', 'Your first annotation');
    await expectAccessible(popup, 'empty popup');
    await save(stage, popup, written);
    await lists(popup, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await expectAccessible(popup, 'popup with rows');
    await (await popup.find('button', 'Edit', { in: row('harbour_gazette/88') })).click();
    await focusIsOn(popup, 'Add tag');
    await expectAccessible(popup, 'popup while editing');
    await popup.type('cl');
    await popup.press('ArrowDown');
    await popup.find('option', /^claims/);
    await expectAccessible(popup, 'popup with suggestions');
    await (await popup.find('button', 'Cancel')).click();
    await popup.find('button', 'Undo');
    await expectAccessible(popup, 'popup after cancelling');
    await (await popup.find('button', 'Close')).click();
    await (await popup.find('button', 'Delete', { in: row('harbour_gazette/88') })).click();
    await popup.find('button', 'Undo');
    await expectAccessible(popup, 'popup after deleting');
    await (await popup.find('button', 'Undo')).click();
    await lists(popup, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await filterBy(popup, 'Tag', 'claims');
    await (await popup.find('searchbox', 'Search annotations')).focus();
    await popup.type('fridge');
    await popup.find('button', 'Show all');
    await expectAccessible(popup, 'popup with nothing found');
    await popup.close();
  });

  test('the library, with the post beside the form', async () => {
    const library = await stage.driver.extensionPage('library.html');
    await lists(library, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await expectAccessible(library, 'library');
    await (await library.find('button', 'Tags under claims')).click();
    await (await library.find('button', /^false/)).click();
    await library.find('button', 'Remove filter: tag claims/false');
    await pressSummary(library, '.search-help summary');
    await pressSummary(library, '.histogram summary');
    await expectAccessible(library, 'library with a filter, and all that folds open');
    await (await library.find('button', 'Remove filter: tag claims/false')).click();
    await lists(library, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await (await library.find('button', 'Edit', { in: row('harbour_gazette/88') })).click();
    await focusIsOn(library, 'Add tag');
    await expectAccessible(library, 'library with the annotated post');
    await library.page.setViewport({ width: 320, height: 640 });
    await expectAccessible(library, 'narrow library');
    await (await library.find('button', 'Cancel')).click();
    await library.page.setViewport({ width: 1_000, height: 640 });
    await (await library.find('checkbox', 'Select Harbour Gazette › 88')).click();
    await (await library.find('button', 'Remove tags…')).click();
    await library.find('checkbox', 'timetable 1');
    await expectAccessible(library, 'library with one selected, and its tags');
    await (await library.find('button', 'Add tags…')).click();
    await focusIsOn(library, 'Add tag');
    await library.type('tide');
    await library.press('Enter');
    await expectAccessible(library, 'library with tags to add');
    await library.press('Enter');
    await focusIsOn(library, 'Undo');
    await expectAccessible(library, 'library after a step over the selected');
    await (await library.find('button', 'Undo')).click();
    await eventually(async () => (await library.findAll('button', 'Undo')).length === 0);
    await library.close();
  });

  test('the tags page: as it stands, while editing, merging and after it, narrow', async () => {
    const page = await stage.driver.extensionPage('library.html#tags');
    await page.find('button', 'Edit tag timetable');
    await expectAccessible(page, 'tags');
    await (await page.find('button', 'Edit tag timetable')).click();
    await (await page.find('radio', 'Teal')).click();
    await choose(page, 'Key in the form', 'Alt+1');
    await expectAccessible(page, 'tag being edited');
    await (await page.find('button', 'Save')).click();
    await page.find('button', 'Undo');
    await expectAccessible(page, 'tags after a change');
    await (await page.find('button', 'Edit tag timetable')).click();
    await focusIsOn(page, 'Name');
    await page.type('claims/false');
    await page.find('button', 'Merge');
    await page.page.setViewport({ width: 320, height: 640 });
    await expectAccessible(page, 'narrow tags, about to merge');
    await page.close();
  });

  test('the worklist: empty, and with posts in every state, one of them removed', async () => {
    const library = await stage.driver.extensionPage('library.html#worklist');
    await library.find('textbox', 'Post addresses');
    await expectAccessible(library, 'empty worklist');
    await (await library.find('textbox', 'Post addresses')).focus();
    await library.type('t.me/harbour_gazette/88 t.me/harbour_gazette/90 t.me/harbour_gazette/91 t.me/harbour_gazette/92 t.me/c/1/2');
    await (await library.find('button', 'Add')).click();
    await library.find('link', 'Next open: harbour_gazette/90');
    await (await library.find('button', 'Leave', { in: row('harbour_gazette/90') })).click();
    await library.find('button', 'Reopen', { in: row('harbour_gazette/90') });
    await (await library.find('button', 'Remove', { in: row('harbour_gazette/91') })).click();
    await library.find('button', 'Undo');
    await (await library.find('button', 'Add')).click();
    await expectAccessible(library, 'worklist');
    await library.page.setViewport({ width: 320, height: 640 });
    await expectAccessible(library, 'narrow worklist');
    await library.close();
  });

  test('the history of a post and the list of changes: empty, and with all that folds open, narrow', async () => {
    const library = await stage.driver.extensionPage('library.html#changes');
    await library.find('region', 'Changes');
    await expectAccessible(library, 'no changes');
    const at = 1_790_000_000_000;
    await seeAgain(library, 88, [
      { at, text: 'The timetable.', views: '1.1K', serverTime: at }, { at: at + 1 }, { at: at + 1e9, text: 'A timetable.', content: { media: [{ kind: 'photo' }] }, views: '2K' },
    ]);
    await library.reload();
    await (await library.find('link', 'Harbour Gazette › 88')).focus();
    await expectAccessible(library, 'changes');
    await library.press('Enter');
    await library.find('region', 'Versions');
    for (const part of ['.whole', '.evidence', '.evidence details', '.looks details']) await (await library.page.waitForSelector(`${part} > summary`))?.click();
    await library.find('button', 'Copy: SHA-256');
    await expectAccessible(library, 'history of a post');
    await (await library.find('button', 'Move my annotation to this version: Version 2')).click();
    await focusIsOn(library, 'Undo');
    await library.page.setViewport({ width: 320, height: 640 });
    await expectAccessible(library, 'narrow history of a post, after moving along it');
    await (await library.find('button', 'Undo')).click();
    await library.close();
  });

  test('the editor: fresh, with suggestions, with an error, with two texts to choose from', async () => {
    const name = 'harbour_gazette/90';
    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await openEditor(tab, name);
    const editor = await tab.framed('Annotation');
    const isDark = await editor.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
    expect(isDark).toBe(theme === 'dark');
    const bubble = await tab.evaluate((selector) => (
      getComputedStyle(document.querySelector(`${selector} .tgme_widget_message_bubble`) ?? document.body).backgroundColor
    ), post(name));

    await expectAccessible(editor, 'fresh editor', bubble);
    await tab.type('cl');
    await tab.press('ArrowDown');
    await editor.find('option', /^claims/);
    await expectAccessible(editor, 'editor with suggestions', bubble);
    await tab.press('Escape');
    await tab.type('x'.repeat(65));
    await tab.press('Enter');
    await editor.find('alert');
    await expectAccessible(editor, 'editor with an error', bubble);

    await tab.press('Control', 'a');
    await tab.type('mine');
    const elsewhere = await stage.driver.extensionPage('library.html');
    await save(stage, elsewhere, [{ name, tags: ['theirs'], note: 'Written meanwhile.' }]);
    await elsewhere.close();
    await tab.bringToFront();
    await tab.press('Control', 'Enter');
    await editor.find('button', 'Keep both');
    await expectAccessible(editor, 'conflict', bubble);
    await tab.close();
  });
});
