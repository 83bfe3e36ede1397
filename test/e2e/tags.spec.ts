/** Tags: their page in the library, those that are pinned, and those that are kept from post to post. */
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { disappears, expectSound, focusIsOn, lists, openEditor, post, row, save, shownOn, useStage } from './support.ts';

const stage = useStage();

const editor = (tab: Tab, name: string) => tab.framed('Annotation', { in: post(name) });

async function has(tab: Tab, name: string, tag: string): Promise<void> {
  await eventually(async () => (await shownOn(tab, name)).tags.includes(tag), { what: `${tag} on ${name}` });
}

const tags = () => stage.driver.extensionPage('library.html#tags');

/** Waits until the page has these words. */
async function says(page: Tab, words: RegExp): Promise<void> {
  await eventually(async () => words.test(await page.evaluate(() => document.body.innerText)), { what: String(words) });
}

/** The tags in a row of the list. */
async function tagsOf(list: Tab, name: string): Promise<string[]> {
  return list.evaluate((selector) => [...document.querySelectorAll<HTMLElement>(`${selector} .chip`)].map((each) => each.innerText), row(name));
}

/** What the rows of the tree say, in their order. */
async function tree(page: Tab): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.tag-row')].map((each) => (
    `${each.querySelector('a')?.getAttribute('aria-label') ?? ''} ${each.querySelector('.count')?.textContent ?? ''}`
  )));
}

async function shows(page: Tab, ...expected: string[]): Promise<void> {
  await eventually(async () => (await tree(page)).join() === expected.join(), { what: `the tags ${expected.join()}` });
}

async function edit(page: Tab, tag: string): Promise<void> {
  await (await page.find('button', `Edit tag ${tag}`)).click();
  await focusIsOn(page, 'Name');
}

test('the tags page shows the tree with its use, and leads to what a tag is on', async () => {
  const page = await tags();
  await says(page, /No tags yet/);
  await save(stage, page, [
    { name: 'harbour_gazette/88', tags: ['ports', 'claims'] }, { name: 'harbour_gazette/90', tags: ['ports/quay'] },
    { name: 'harbour_gazette/93', tags: ['Ports/quay', 'Quay'] },
  ]);
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'Quay 1');
  await (await page.find('link', 'ports/quay')).click();
  await lists(page, 'Harbour Gazette › 93', 'Harbour Gazette › 90');
  await page.close();
});

test('a tag is renamed on all annotations, in all open pages, and back with Undo', async () => {
  const page = await tags();
  const popup = await stage.driver.extensionPage('popup.html');
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await tab.find('list', 'Tags', { in: post('harbour_gazette/90') });
  await edit(page, 'ports');
  await page.type('harbours');
  await page.press('Enter');
  await focusIsOn(page, 'Undo');
  await has(tab, 'harbour_gazette/90', 'harbours/quay');
  await says(popup, /harbours\/quay[^]*harbours\/quay/);
  await shows(page, 'claims 1', 'harbours 3', 'harbours/quay 2', 'Quay 1');
  await page.press('Enter');
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'Quay 1');
  await focusIsOn(page, 'Edit tag ports');
  for (const each of [tab, popup, page]) await each.close();
});

test('renaming onto a tag that exists says that they merge, before it happens; Undo takes them apart', async () => {
  const page = await tags();
  await edit(page, 'Quay');
  await page.type('PORTS/quay');
  await says(page, /“ports\/quay” exists already \(annotations: 2\)\. Both become one tag/);
  await (await page.find('button', 'Merge')).click();
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2');
  await says(page, /“Quay” is merged into “ports\/quay”/);
  await page.press('Enter');
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'Quay 1');
  await page.close();
});

test('a name that is none is refused, and what was typed stays', async () => {
  const page = await tags();
  await edit(page, 'claims');
  await page.type(' ');
  await says(page, /A tag needs a name/);
  await page.press('Enter');
  await page.type('x'.repeat(65));
  await says(page, /at most 64|64 characters/);
  await page.press('Enter');
  await page.find('form', 'Edit tag claims');
  await page.press('Escape');
  await focusIsOn(page, 'Edit tag claims');
  const name = await page.find('textbox', 'New tag');
  await name.focus();
  await page.type('CLAIMS');
  await page.press('Enter');
  await says(page, /“CLAIMS” exists already/);
  await page.close();
});

test('a tag is deleted with what is nested in it; its annotations stay, and Undo brings it back on them', async () => {
  const page = await tags();
  await edit(page, 'ports');
  await (await page.find('button', 'Delete')).click();
  await shows(page, 'claims 1', 'Quay 1');
  await says(page, /Deleted 2 tags. Annotations stay/);
  const list = await stage.driver.extensionPage('library.html');
  await lists(list, 'Harbour Gazette › 93', 'Harbour Gazette › 90', 'Harbour Gazette › 88');
  expect(await tagsOf(list, 'harbour_gazette/88')).toEqual(['claims']);
  await page.press('Enter');
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'Quay 1');
  await eventually(async () => (await tagsOf(list, 'harbour_gazette/88')).join() === 'ports,claims');
  await list.close();
  await page.close();
});

test('some of a tag are split off into another, and put together again by Undo', async () => {
  const page = await tags();
  await edit(page, 'ports/quay');
  await (await page.find('button', 'Split off…')).click();
  await focusIsOn(page, 'Those that match');
  await says(page, /2 of 2 match/);
  await page.type('kind:nonsense');
  await page.press('Enter');
  await page.press('Control', 'a');
  await page.type('tag:Quay -tag:claims');
  await says(page, /1 of 2 match/);
  await page.press('Enter');
  await says(page, /Name the tag/);
  await (await page.find('textbox', 'Tag in its place')).focus();
  await page.press('End');
  await page.type('east');
  await page.press('Enter');
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'ports/quay/east 1', 'Quay 1');
  await focusIsOn(page, 'Undo');
  await page.press('Enter');
  await shows(page, 'claims 1', 'ports 3', 'ports/quay 2', 'Quay 1');
  await page.close();
});

test('a pinned tag is given by Alt and its digit, and taken away again', async () => {
  const page = await tags();
  const name = await page.find('textbox', 'New tag');
  await name.focus();
  await page.type('to check');
  await page.press('Enter');
  await focusIsOn(page, 'Undo');
  await edit(page, 'to check');
  const pin = await page.find('combobox', 'Key in the form');
  await pin.focus();
  await page.type('Alt+3');
  await (await page.find('radio', 'Blue')).click();
  await (await page.find('button', 'Save')).click();
  await focusIsOn(page, 'Undo');

  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await openEditor(tab, 'harbour_gazette/91');
  const form = await editor(tab, 'harbour_gazette/91');
  const pinned = await form.find('button', /^to check/);
  await tab.press('Alt', '3');
  await eventually(async () => (await form.findAll('button', 'Remove tag to check')).length === 1);
  expect(await pinned.handle.evaluate((element) => element.getAttribute('aria-pressed'))).toBe('true');
  await tab.press('Alt', '3');
  await disappears(form, 'button', 'Remove tag to check');
  await tab.press('Alt', '3');
  await tab.press('Control', 'Enter');
  await has(tab, 'harbour_gazette/91', 'to check');
  await tab.close();
  await page.close();
});

test('tags are kept for the next post as long as that is wished', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await openEditor(tab, 'harbour_gazette/92');
  await tab.type('series, winter,');
  await (await (await editor(tab, 'harbour_gazette/92')).find('checkbox', 'Keep these tags for the next post')).click();
  await (await (await editor(tab, 'harbour_gazette/92')).find('combobox', 'Add tag')).focus();
  await tab.press('Control', 'Enter');
  await has(tab, 'harbour_gazette/92', 'winter');

  await openEditor(tab, 'harbour_gazette/85');
  const form = await editor(tab, 'harbour_gazette/85');
  await form.find('button', 'Remove tag series');
  expect(await (await form.find('checkbox', 'Keep these tags for the next post')).handle.evaluate((box) => (box as HTMLInputElement).checked)).toBe(true);
  const popup = await stage.driver.extensionPage('popup.html');
  await says(popup, /series.*winter/);
  await tab.bringToFront();
  await tab.press('Control', 'Enter');
  await has(tab, 'harbour_gazette/85', 'winter');

  await (await popup.find('button', 'Stop keeping tags')).click();
  await disappears(popup, 'button', 'Stop keeping tags');
  await popup.close();
  await openEditor(tab, 'harbour_gazette/87');
  await (await editor(tab, 'harbour_gazette/87')).find('combobox', 'Add tag');
  expect(await (await editor(tab, 'harbour_gazette/87')).findAll('button', /^Remove tag/)).toEqual([]);
  await tab.press('Escape');
  await tab.close();
  await expectSound(stage);
});
