import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { annotate, disappears, focusIsOn, lists, row, save, useStage } from './support.ts';

const stage = useStage();

const name = 'harbour_gazette/88';
const [timetable, vote] = ['Harbour Gazette › 88', 'Harbour Gazette › 93'] as const;

async function open(library: Tab, post = name): Promise<void> {
  await (await library.find('button', 'Edit', { in: row(post) })).click();
  await focusIsOn(library, 'Add tag');
}

test('the library lists the same annotations and searches them the same way', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await annotate(tab, name, { tags: ['ferry'], note: 'For the fridge.' });
  await tab.close();
  const library = await stage.driver.extensionPage('library.html');
  await save(stage, library, [{ name: 'harbour_gazette/93', tags: ['vote'] }]);
  await lists(library, vote, timetable);
  await focusIsOn(library, 'Search annotations');
  await library.type('fridge');
  await lists(library, timetable);
  await library.close();
});

test('Edit shows the whole post, line by line, beside the form, and saves there', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await lists(library, vote, timetable);
  await open(library);
  await library.find('complementary', 'Annotated post');
  const post = await library.find('article');
  const text = stage.site.channels[0]?.posts.find(({ id }) => id === 88)?.text ?? '';
  expect((await post.text()).split('\n').filter((line) => line !== '')).toEqual([
    timetable, ...text.split('\n').filter((line) => line !== ''), expect.stringMatching(/views$/),
  ]);

  await library.type('winter');
  await library.press('Enter');
  await library.press('Enter');
  await library.press('End');
  await library.type(' And one for the boat.');
  await library.press('Control', 'Enter');
  await disappears(library, 'complementary', 'Annotated post');
  await lists(library, timetable, vote);
  const [, note] = await library.findAll('paragraph', undefined, row(name));
  expect(await note?.text()).toBe('For the fridge. And one for the boat.');
  await focusIsOn(library, 'Edit');
  await library.close();
});

test('what is deleted beside the post can be brought back there', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await open(library);
  await (await library.find('button', 'Delete', { in: 'form' })).click();
  await focusIsOn(library, 'Undo');
  await eventually(async () => (await library.findAll('link', timetable, row(name))).length === 0);
  await library.press('Enter');
  await library.find('link', timetable, { in: row(name) });
  await focusIsOn(library, 'Edit');
  await library.close();
});

test('Export downloads everything as JSON', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await (await library.find('button', 'Export')).click();
  await eventually(async () => (
    (await readdir(stage.driver.downloads)).some((file) => /^postil-\d{4}-\d\d-\d\d\.json$/.test(file))
  ));
  await library.close();
});

test('in a narrow window everything is in reach without scrolling sideways', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await library.page.setViewport({ width: 320, height: 640 });
  await save(stage, library, [{ name: 'northern_herald/128', tags: ['а'.repeat(64), 'договор'], note: 'ж'.repeat(200) }]);
  const sideways = () => library.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await lists(library, 'Вестник Севера › 128', timetable, vote);
  expect(await sideways()).toBe(0);
  await open(library, 'northern_herald/128');
  expect(await sideways()).toBe(0);
  for (const control of ['Save', 'Export', 'Cancel']) {
    const box = await (await library.find('button', control)).handle.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320, control).toBe(true);
  }
  await (await library.find('button', 'Cancel')).click();
  await disappears(library, 'complementary', 'Annotated post');
  await library.close();
});
