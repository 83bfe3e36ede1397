/** The main job by what assistive technology is told: found by role and name, and held against texts that a person can read. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Part, eventually } from '../browser/driver.ts';
import { focusIsOn, lists, post, showPost, useStage } from './support.ts';

const stage = useStage();
const name = 'harbour_gazette/93';

/** Times are other ones each time, and written as each browser does. */
async function told(part: Part, within?: string): Promise<string> {
  return (await part.outline(within)).replace(/[A-Z][a-z]{2,} \d+, \d\d:\d\d\s[AP]M/g, 'TIME');
}

/** Some parts of a page come after others: what is told is waited for, where there is a text of it. */
async function expectTold(part: Part, file: string, within?: string): Promise<void> {
  const path = resolve(import.meta.dirname, 'accessible', `${file}.txt`);
  const wanted = await readFile(path, 'utf8').catch(() => undefined);
  await eventually(async () => wanted === undefined || await told(part, within) === wanted, { what: file, timeout: 5_000 }).catch(() => undefined);
  await expect(await told(part, within)).toMatchFileSnapshot(path);
}

/** What was said last of what is done, and to be heard without moving there. */
async function hears(part: Part, words: string): Promise<void> {
  await eventually(async () => part.evaluate((wanted) => (
    [...document.querySelectorAll('[role=status]:not([aria-live=off])')].some((each) => each.textContent === wanted)
  ), words), { what: `to hear: ${words}` });
}

test('a post is annotated, found again, edited, deleted and taken back, and each step is told', async () => {
  const { driver } = stage;
  const tab = await driver.open('https://t.me/s/harbour_gazette');
  await showPost(tab, name);
  const mark = `${post(name)} postil-annotation`;
  const annotate = await tab.find('button', 'Annotate post 93', { in: post(name) });
  await expectTold(tab, 'post', mark);
  await annotate.click();
  const editor = await tab.framed('Annotation', { in: post(name) });
  await editor.find('combobox', 'Add tag');
  await focusIsOn(tab, 'Add tag');
  await expectTold(editor, 'editor');
  await tab.type('port');
  await tab.press('Enter');
  await tab.press('Enter');
  await tab.type('First mention of the date.');
  await expectTold(editor, 'editor-written');
  await (await editor.find('button', 'Save')).click();
  await focusIsOn(tab, 'Edit annotation of post 93');
  await expectTold(tab, 'post-saved', mark);
  await tab.press('Tab');
  await eventually(async () => !(await tab.outline(mark)).includes('Saved'), { what: 'it to be told once only' });
  await tab.close();

  const popup = await driver.extensionPage('popup.html');
  await lists(popup, 'Harbour Gazette › 93');
  await expectTold(popup, 'popup');
  await (await popup.find('searchbox', 'Search annotations')).focus();
  await popup.type('mention');
  await hears(popup, '1 found');
  await popup.type('ed');
  await hears(popup, 'Nothing found for “mentioned”.');
  await expectTold(popup, 'popup-nothing-found');
  await (await popup.find('button', 'Show all')).click();
  await (await popup.find('button', 'Edit')).click();
  await focusIsOn(popup, 'Add tag');
  await expectTold(popup, 'popup-editing');
  await popup.press('Control', 'Enter');
  await hears(popup, 'Saved.');
  await (await popup.find('button', 'Delete')).click();
  await hears(popup, 'Deleted.');
  await expectTold(popup, 'popup-deleted');
  await (await popup.find('button', 'Undo')).click();
  await hears(popup, 'Restored.');
  await popup.close();

  const library = await driver.extensionPage('library.html');
  await lists(library, 'Harbour Gazette › 93');
  await (await library.find('button', 'Edit')).click();
  await focusIsOn(library, 'Add tag');
  await expectTold(library, 'library');
  await library.close();
});
