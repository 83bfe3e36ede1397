import { expect, test } from 'vitest';
import type { Part } from '../browser/driver.ts';
import { annotate, focusIsOn, openEditor, post, save, shownOn, useStage } from './support.ts';

const stage = useStage();

const channel = 'https://t.me/s/harbour_gazette';
const name = 'harbour_gazette/93';

async function noteIn(editor: Part): Promise<string> {
  return (await editor.find('textbox', 'Note')).value();
}

test('Cancel and Escape on an untouched form just close it', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  await (await (await tab.framed('Annotation')).find('button', 'Cancel')).click();
  await focusIsOn(tab, 'Annotate post 93');
  await tab.press('Enter');
  await focusIsOn(tab, 'Add tag');
  await tab.press('Escape');
  await focusIsOn(tab, 'Annotate post 93');
  await tab.close();
});

test('Cancel discards all that was typed, and Undo brings all of it back', async () => {
  let tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  await tab.type('quay,hal');
  let editor = await tab.framed('Annotation');
  await (await editor.find('textbox', 'Note')).focus();
  await tab.type('One line');
  await tab.press('Enter');
  await tab.type('and another');
  await (await editor.find('button', 'Cancel')).click();
  await focusIsOn(tab, 'Undo');
  await tab.press('Enter');
  await focusIsOn(tab, 'Add tag');
  expect(await noteIn(editor)).toBe('One line\nand another');
  expect(await (await editor.find('combobox', 'Add tag')).value()).toBe('hal');
  await editor.find('button', 'Remove tag quay');

  // The draft is back too: it is there when the tab was closed and another is opened.
  await tab.close();
  tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  editor = await tab.framed('Annotation');
  expect(await noteIn(editor)).toBe('One line\nand another');

  await (await editor.find('button', 'Cancel')).click();
  await (await editor.find('button', 'Close')).click();
  await focusIsOn(tab, 'Annotate post 93');
  await tab.press('Enter');
  await focusIsOn(tab, 'Add tag');
  expect(await noteIn(await tab.framed('Annotation'))).toBe('');
  await tab.close();
});

test('a post can be marked without a word', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, name);
  await (await (await tab.framed('Annotation')).find('button', 'Save')).click();
  await focusIsOn(tab, 'Edit annotation of post 93');
  await tab.find('list', 'Tags', { in: post(name) });
  expect(await shownOn(tab, name)).toEqual({ tags: [], notes: [] });
  await tab.close();
});

test('Delete leaves Undo in its place, and the post can be annotated anew meanwhile', async () => {
  const tab = await stage.driver.open(channel);
  await annotate(tab, 'harbour_gazette/92', { tags: ['weather'], note: 'Calm.' });
  await openEditor(tab, 'harbour_gazette/92');
  const editor = await tab.framed('Annotation');
  await (await editor.find('button', 'Delete')).click();
  await focusIsOn(tab, 'Undo');
  expect(await (await editor.find('status')).text()).toBe('Deleted.');
  await tab.find('button', /^Annotate/, { in: post('harbour_gazette/92') });
  await tab.press('Enter');
  await focusIsOn(tab, 'Edit annotation of post 92');
  expect(await shownOn(tab, 'harbour_gazette/92')).toEqual({ tags: ['weather'], notes: ['Calm.'] });
  await tab.close();
});

test('a tag that was not finished is part of the choice when the post was annotated elsewhere meanwhile', async () => {
  const other = 'harbour_gazette/90';
  const tab = await stage.driver.open(channel);
  await openEditor(tab, other);
  await tab.type('mine');
  const elsewhere = await stage.driver.extensionPage('library.html');
  await save(stage, elsewhere, [{ name: other, tags: ['theirs'] }]);
  await elsewhere.close();
  await tab.bringToFront();
  await tab.press('Control', 'Enter');
  const editor = await tab.framed('Annotation');
  expect(await (await editor.find('group', 'Yours, from here')).text()).toContain('mine');
  await (await editor.find('button', 'Keep both')).click();
  await focusIsOn(tab, 'Edit annotation of post 90');
  expect((await shownOn(tab, other)).tags).toEqual(['mine', 'theirs']);
  await tab.close();
});

test.each(['light', 'dark'] as const)('the editor is as %s as the page', async (theme) => {
  const tab = await stage.driver.open(channel);
  await tab.evaluate((name) => document.documentElement.classList.toggle('theme_dark', name === 'dark'), theme);
  await openEditor(tab, name);
  const editor = await tab.framed('Annotation');
  const seen = await editor.evaluate(() => {
    const { colorScheme, color } = getComputedStyle(document.documentElement);
    return { colorScheme, color };
  });
  expect(seen).toEqual({ colorScheme: theme, color: theme === 'dark' ? 'rgb(236, 233, 226)' : 'rgb(27, 26, 23)' });
  await tab.close();
});

test('a note runs in the direction of its own script', async () => {
  const tab = await stage.driver.open(channel);
  await openEditor(tab, 'harbour_gazette/91');
  const note = await (await tab.framed('Annotation')).find('textbox', 'Note');
  const direction = () => note.handle.evaluate((element) => getComputedStyle(element).direction);
  await note.focus();
  await tab.type('با دقت بخوان');
  expect(await direction()).toBe('rtl');
  await tab.press('Control', 'a');
  await tab.type('Read with care');
  expect(await direction()).toBe('ltr');
  await tab.close();
});
