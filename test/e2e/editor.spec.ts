import { expect, test } from 'vitest';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { disappears, openEditor, post, save, shownOn, useStage } from './support.ts';

const stage = useStage();

const channel = 'https://t.me/s/harbour_gazette';
const name = 'harbour_gazette/93';

/** The tags offered now; the one that an arrow key has moved to stands in brackets. */
async function offered(editor: Part): Promise<string[]> {
  const options = await editor.findAll('option');
  return Promise.all(options.map(async (option) => {
    const [tag = ''] = (await option.text()).split('\n');
    return await option.attribute('aria-selected') === 'true' ? `[${tag}]` : tag;
  }));
}

async function offers(editor: Part, ...expected: string[]): Promise<void> {
  let now: string[] = [];
  await eventually(async () => {
    now = await offered(editor);
    return now.join() === expected.join();
  }).catch(() => expect(now).toEqual(expected));
}

async function chosen(editor: Part): Promise<string[]> {
  return (await editor.names('button', /^Remove tag/)).map((label) => label.replace('Remove tag ', ''));
}

async function chooses(editor: Part, ...expected: string[]): Promise<void> {
  let now: string[] = [];
  await eventually(async () => {
    now = await chosen(editor);
    return now.join() === expected.join();
  }).catch(() => expect(now).toEqual(expected));
}

async function editorOn(tab: Tab): Promise<Part> {
  await openEditor(tab, name);
  return tab.framed('Annotation');
}

/** Takes away what a test has typed, so that the next begins with an empty form. */
async function leave(tab: Tab, editor: Part): Promise<void> {
  await (await editor.find('button', 'Cancel')).click();
  await editor.find('button', 'Undo');
  await tab.close();
}

test('tags are suggested by the start of any of their words, often and lately used first', async () => {
  const setUp = await stage.driver.extensionPage('library.html');
  await save(stage, setUp, [
    { name: 'northern_herald/128', tags: ['Северный порт', 'claims/false', 'crane'] },
    { name: 'northern_herald/131', tags: ['port', 'pier'] },
    { name: 'northern_herald/133', tags: ['port', 'ferry'] },
  ]);
  await setUp.close();
  const tab = await stage.driver.open(channel);
  const editor = await editorOn(tab);
  await tab.press('ArrowDown');
  await offers(editor, '[port]', 'ferry', 'pier', 'claims/false', 'crane', 'Северный порт');
  await tab.press('Escape');
  await tab.type('p');
  await offers(editor, 'port', 'pier', 'New tag “p”');
  await tab.press('Backspace');
  await tab.type('FAL');
  await offers(editor, 'claims/false', 'New tag “FAL”');
  for (let i = 0; i < 3; i++) await tab.press('Backspace');
  await tab.type('пор');
  await offers(editor, 'Северный порт', 'New tag “пор”');
  await leave(tab, editor);
});

test('Enter and comma commit what was typed, never a suggestion that was not moved to', async () => {
  const tab = await stage.driver.open(channel);
  const editor = await editorOn(tab);
  const field = await editor.find('combobox', 'Add tag');
  await tab.type('po');
  await offers(editor, 'port', 'New tag “po”');
  expect(await field.attribute('aria-activedescendant')).toBe(null);
  await tab.press('Enter');
  await chooses(editor, 'po');
  await tab.type('fer,');
  await chooses(editor, 'po', 'fer');
  await tab.type('ميناء،');
  await chooses(editor, 'po', 'fer', 'ميناء');
  expect(await field.value()).toBe('');
  await leave(tab, editor);
});

test('the arrow keys move to a suggestion, which Enter or comma then commit', async () => {
  const tab = await stage.driver.open(channel);
  const editor = await editorOn(tab);
  const field = await editor.find('combobox', 'Add tag');
  await tab.type('p');
  await tab.press('ArrowDown');
  await tab.press('ArrowDown');
  await offers(editor, 'port', '[pier]', 'New tag “p”');
  const active = await field.attribute('aria-activedescendant');
  expect(await editor.evaluate((id) => document.getElementById(id)?.textContent, active ?? '')).toMatch(/^pier/);
  await tab.press('Enter');
  await chooses(editor, 'pier');
  await tab.type('p');
  await tab.press('ArrowDown');
  await tab.type(',');
  await chooses(editor, 'pier', 'port');
  await tab.type('cra');
  await offers(editor, 'crane', 'New tag “cra”');
  await (await editor.find('option', /^crane/)).click();
  await chooses(editor, 'pier', 'port', 'crane');

  await tab.press('Backspace');
  await chooses(editor, 'pier', 'port');
  await (await editor.find('button', 'Remove tag pier')).click();
  await chooses(editor, 'port');
  await leave(tab, editor);
});

test('a pasted list becomes tags', async () => {
  const tab = await stage.driver.open(channel);
  const editor = await editorOn(tab);
  await editor.evaluate(() => document.execCommand('insertText', false, 'quay, PORT, half'));
  await chooses(editor, 'quay', 'port');
  expect((await (await editor.find('combobox', 'Add tag')).value()).trim()).toBe('half');
  await leave(tab, editor);
});

test('a tag that is too long is said to be so, and stays to be shortened', async () => {
  const tab = await stage.driver.open(channel);
  const editor = await editorOn(tab);
  await tab.type('x'.repeat(65));
  await tab.press('Enter');
  expect(await (await editor.find('alert')).text()).toBe('A tag has at most 64 characters.');
  await tab.press('Control', 'Enter');
  const field = await editor.find('combobox', 'Add tag');
  expect(await field.value()).toBe('x'.repeat(65));
  expect(await chosen(editor)).toEqual([]);
  await tab.press('Backspace');
  await disappears(editor, 'alert');
  await tab.press('Control', 'Enter');
  await tab.find('button', /^Edit annotation/, { in: post(name) });
  expect((await shownOn(tab, name)).tags).toEqual(['x'.repeat(64)]);
  await tab.close();
});
