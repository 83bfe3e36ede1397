import { describe, expect, test } from 'vitest';
import { type Part, eventually } from '../browser/driver.ts';
import { type Look, expectAccessible, expectMarksAccessible } from './axe.ts';
import { seeAgain } from './sightings.ts';
import { browserName, choose, chooseFile, filterBy, focusIsOn, lists, openEditor, popupOver, post, pressSummary, row, save, showPost, useStage } from './support.ts';

const written = [
  { name: 'northern_herald/139', tags: ['порт', 'claims/false'], note: 'Два срока.' },
  { name: 'harbour_gazette/88', tags: ['timetable'], note: 'For the fridge.' },
];

// Both browsers load the same style sheets: that the dark colours have contrast need be found out only once.
const looks = browserName === 'chromium' ? [{ theme: 'light', dir: 'ltr' }, { theme: 'dark', dir: 'rtl' }] : [{ theme: 'light', dir: 'rtl' }];

describe.each(looks)('in the $theme theme, read $dir, axe finds nothing to mend in', ({ theme, dir }) => {
  const stage = useStage({ darkTheme: theme === 'dark' });
  const check = (part: Part, what: string, look?: Look) => expectAccessible(part, what, { dir, ...look });

  test('the popup: empty, with rows, with nothing found, while editing, after deleting', async () => {
    const popup = await stage.driver.extensionPage('popup.html');
    await popup.find('region', 'Your first annotation');
    await check(popup, 'empty popup');
    await save(stage, popup, written);
    await lists(popup, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await check(popup, 'popup with rows');
    await (await popup.find('button', 'Edit', { in: row('harbour_gazette/88') })).click();
    await focusIsOn(popup, 'Add tag');
    await check(popup, 'popup while editing');
    await popup.type('cl');
    await popup.press('ArrowDown');
    await popup.find('option', /^claims/);
    await check(popup, 'popup with suggestions');
    await (await popup.find('button', 'Cancel')).click();
    await popup.find('button', 'Undo');
    await check(popup, 'popup after cancelling');
    await (await popup.find('button', 'Close')).click();
    await (await popup.find('button', 'Delete', { in: row('harbour_gazette/88') })).click();
    await popup.find('button', 'Undo');
    await check(popup, 'popup after deleting');
    await (await popup.find('button', 'Undo')).click();
    await lists(popup, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await filterBy(popup, 'Tag', 'claims');
    await (await popup.find('searchbox', 'Search annotations')).focus();
    await popup.type('fridge');
    await popup.find('button', 'Show all');
    await check(popup, 'popup with nothing found');
    await popup.close();
  });

  test('the library, with the post beside the form', async () => {
    const library = await stage.driver.extensionPage('library.html');
    await lists(library, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await check(library, 'library');
    await (await library.find('button', 'Tags under claims')).click();
    await (await library.find('button', /^false/)).click();
    await library.find('button', 'Remove filter: tag claims/false');
    await pressSummary(library, '.search-help summary');
    await pressSummary(library, '.histogram summary');
    await check(library, 'library with a filter, and all that folds open');
    await (await library.find('button', 'Remove filter: tag claims/false')).click();
    await lists(library, 'Harbour Gazette › 88', 'Вестник Севера › 139');
    await (await library.find('button', 'Edit', { in: row('harbour_gazette/88') })).click();
    await focusIsOn(library, 'Add tag');
    await check(library, 'library with the annotated post');
    await library.page.setViewport({ width: 320, height: 640 });
    await check(library, 'narrow library');
    await (await library.find('button', 'Cancel')).click();
    await library.page.setViewport({ width: 1_000, height: 640 });
    await (await library.find('checkbox', 'Select Harbour Gazette › 88')).click();
    await (await library.find('button', 'Remove tags…')).click();
    await library.find('checkbox', 'timetable 1');
    await check(library, 'library with one selected, and its tags');
    await (await library.find('button', 'Add tags…')).click();
    await focusIsOn(library, 'Add tag');
    await library.type('tide');
    await library.press('Enter');
    await check(library, 'library with tags to add');
    await library.press('Enter');
    await focusIsOn(library, 'Undo');
    await check(library, 'library after a step over the selected');
    await (await library.find('button', 'Undo')).click();
    await eventually(async () => (await library.findAll('button', 'Undo')).length === 0);
    await library.close();
  });

  test('the tags page: as it stands, while editing, merging and after it, narrow', async () => {
    const page = await stage.driver.extensionPage('library.html#tags');
    await page.find('button', 'Edit tag timetable');
    await check(page, 'tags');
    await (await page.find('button', 'Edit tag timetable')).click();
    await (await page.find('radio', 'Teal')).click();
    await choose(page, 'Key in the form', 'Alt+1');
    await check(page, 'tag being edited');
    await (await page.find('button', 'Save')).click();
    await page.find('button', 'Undo');
    await check(page, 'tags after a change');
    await (await page.find('button', 'Edit tag timetable')).click();
    await focusIsOn(page, 'Name');
    await page.type('claims/false');
    await page.find('button', 'Merge');
    await page.page.setViewport({ width: 320, height: 640 });
    await check(page, 'narrow tags, about to merge');
    await page.close();
  });

  test('the worklist: empty, and with posts in every state, one of them removed', async () => {
    const library = await stage.driver.extensionPage('library.html#worklist');
    await library.find('textbox', 'Post addresses');
    await check(library, 'empty worklist');
    await (await library.find('textbox', 'Post addresses')).focus();
    await library.type('t.me/harbour_gazette/88 t.me/harbour_gazette/90 t.me/harbour_gazette/91 t.me/harbour_gazette/92 t.me/c/1/2');
    await (await library.find('button', 'Add')).click();
    await library.find('link', 'Next open: harbour_gazette/90');
    await (await library.find('button', 'Leave', { in: row('harbour_gazette/90') })).click();
    await library.find('button', 'Reopen', { in: row('harbour_gazette/90') });
    await (await library.find('button', 'Remove', { in: row('harbour_gazette/91') })).click();
    await library.find('button', 'Undo');
    await (await library.find('button', 'Add')).click();
    await check(library, 'worklist');
    await library.page.setViewport({ width: 320, height: 640 });
    await check(library, 'narrow worklist');
    await library.close();
  });

  test('the history of a post and the list of changes: empty, and with all that folds open, narrow', async () => {
    const library = await stage.driver.extensionPage('library.html#changes');
    await library.find('region', 'Changes');
    await check(library, 'no changes');
    const at = 1_790_000_000_000;
    await seeAgain(library, 88, [
      { at, text: 'The timetable.', views: '1.1K', serverTime: at }, { at: at + 1 }, { at: at + 1e9, text: 'A timetable.', content: { media: [{ kind: 'photo' }] }, views: '2K' },
    ]);
    await library.reload();
    await (await library.find('link', 'Harbour Gazette › 88')).focus();
    await check(library, 'changes');
    await library.press('Enter');
    await library.find('region', 'Versions');
    for (const part of ['.whole', '.evidence', '.evidence details', '.looks details']) await (await library.page.waitForSelector(`${part} > summary`))?.click();
    await library.find('button', 'Copy: SHA-256');
    await check(library, 'history of a post');
    await (await library.find('button', 'Move my annotation to this version: Version 2')).click();
    await focusIsOn(library, 'Undo');
    await library.page.setViewport({ width: 320, height: 640 });
    await check(library, 'narrow history of a post, after moving along it');
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

    await check(editor, 'fresh editor', { behind: bubble });
    await tab.type('cl');
    await tab.press('ArrowDown');
    await editor.find('option', /^claims/);
    await check(editor, 'editor with suggestions', { behind: bubble });
    await tab.press('Escape');
    await tab.type('x'.repeat(65));
    await tab.press('Enter');
    await editor.find('alert');
    await check(editor, 'editor with an error', { behind: bubble });

    await tab.press('Control', 'a');
    await tab.type('mine');
    const elsewhere = await stage.driver.extensionPage('library.html');
    await save(stage, elsewhere, [{ name, tags: ['theirs'], note: 'Written meanwhile.' }]);
    await elsewhere.close();
    await tab.bringToFront();
    await tab.press('Control', 'Enter');
    await editor.find('button', 'Keep both');
    await check(editor, 'conflict', { behind: bubble });
    await tab.close();
  });

  test('what else the library shows: import, recently deleted, your data, ways to export', async () => {
    const library = await stage.driver.extensionPage('library.html#import');
    await chooseFile(stage, library, '{ "format": "postil", "version": 1, "annotations": [ { "post": {} } ] }');
    await library.find('button', 'Close');
    await check(library, 'import');
    await library.evaluate(() => { location.hash = 'deleted'; });
    await library.find('link', 'Recently deleted');
    await check(library, 'recently deleted');
    await library.evaluate(() => { location.hash = 'data'; });
    await (await library.find('button', 'Check my data')).click();
    await (await library.find('button', /^Delete everything/)).click();
    await check(library, 'your data, about to be deleted');
    await library.evaluate(() => { location.hash = 'annotations'; });
    await (await library.find('button', 'Export as…')).click();
    await library.find('group', 'Export as…');
    await check(library, 'ways to export');
    await library.page.setViewport({ width: 320, height: 640 });
    await check(library, 'narrow ways to export');
    await library.close();
  });

  test('marks: in a feed with quotes and an open form, in an embed, and the popup over the page', async () => {
    const library = await stage.driver.extensionPage('library.html');
    await save(stage, library, [{ name: 'harbour_gazette/93', tags: ['port'], note: 'All of it.' }, { name: 'harbour_gazette/91', tags: ['fee'], quote: 'a footnote', note: 'Which?' }]);
    await library.close();
    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await showPost(tab, 'harbour_gazette/91');
    await tab.find('button', 'Edit annotation of “a footnote”');
    await tab.find('button', 'Edit annotation of post 93');
    await expectMarksAccessible(tab, 'marks in a feed', { dir });
    await openEditor(tab, 'harbour_gazette/93');
    await expectMarksAccessible(tab, 'a form in a post', { dir });
    const popup = await popupOver(stage, tab);
    await popup.find('button', 'Export JSON');
    await check(popup, 'popup over a page');
    await popup.close();
    await tab.close();
    const embed = await stage.driver.open('https://t.me/harbour_gazette/93?embed=1');
    await embed.find('button', 'Edit annotation of post 93');
    await expectMarksAccessible(embed, 'a mark in an embed', { dir });
    await embed.close();
  });
});
