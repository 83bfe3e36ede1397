/** Many annotations at once: selected by mouse and keyboard, tagged, untagged and deleted, each in one step with one Undo. */
import { beforeAll, expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { chooseFile, disappears, expectSound, focusIsOn, row, useStage } from './support.ts';

const stage = useStage();

const count = 300;
/** Every tenth of them, the newest too, was written by somebody else. */
const isBobs = (post: number) => post % 10 === 0;

beforeAll(async () => {
  const library = await stage.driver.extensionPage('library.html');
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: `tide-${i + 1}`, author: isBobs(i + 1) ? 'bob' : 'anna', post: { channel: 'tide_table', channelTitle: 'Tide table', postId: i + 1, text: 'High water.' },
    tags: i % 2 === 0 ? ['odd'] : [], note: `Tide ${i + 1}.`, createdAt: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
  }));
  const authors = [{ id: 'anna', name: 'Анна' }, { id: 'bob', name: 'Bob' }];
  await chooseFile(stage, library, JSON.stringify({ format: 'postil', version: 1, owner: 'anna', authors, annotations }));
  await (await library.find('radio', 'I did', { timeout: 30_000 })).click();
  await (await library.find('button', 'Import now', { timeout: 30_000 })).click();
  await (await library.find('button', 'Close', { timeout: 60_000 })).click();
  await library.close();
});

const name = (post: number) => `Tide table › ${post}`;
const inBar = { in: '.selection' };
const inStep = { in: '.step' };

async function opened(address = ''): Promise<Tab> {
  const library = await stage.driver.extensionPage(`library.html${address}`);
  await library.page.setViewport({ width: 1_200, height: 900 });
  await library.find('checkbox');
  return library;
}

async function selected(library: Tab, words: string): Promise<void> {
  await eventually(async () => await (await library.find('status', undefined, inBar)).text() === words, { what: words });
}

/** The posts on screen that are selected. */
async function boxes(library: Tab): Promise<number[]> {
  return library.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('.pick:checked')].map((box) => Number(box.ariaLabel?.split(' › ')[1])));
}

async function withKey(library: Tab, key: 'Shift' | 'Control', work: () => Promise<void>): Promise<void> {
  await library.page.keyboard.down(key);
  await work();
  await library.page.keyboard.up(key);
}

const press = async (library: Tab, button: string) => (await library.find('button', button, inBar)).click();
const pick = async (library: Tab, post: number) => (await library.find('checkbox', `Select ${name(post)}`)).click();

async function says(library: Tab, words: string): Promise<void> {
  await eventually(async () => await (await library.find('status', undefined, inStep)).text() === words, { what: words, timeout: 20_000 });
}

async function tagsOf(library: Tab, post: number): Promise<string[]> {
  const chips = await library.findAll('listitem', undefined, `${row(`tide_table/${post}`)} .chips`);
  return Promise.all(chips.map((chip) => chip.text()));
}

async function close(library: Tab): Promise<void> {
  await library.close();
  await expectSound(stage);
}

test('by mouse: single ones, a stretch with Shift, others with Ctrl; they get tags in one step, but for what others wrote', async () => {
  const library = await opened();
  await pick(library, 299);
  await selected(library, '1 selected');
  await withKey(library, 'Shift', () => pick(library, 296));
  await selected(library, '4 selected');
  const [text] = await library.findAll('paragraph', undefined, row('tide_table/294'));
  await withKey(library, 'Control', async () => text?.click());
  await selected(library, '5 selected');
  await pick(library, 298);
  await withKey(library, 'Control', () => pick(library, 300));
  await selected(library, '5 selected');
  expect(await boxes(library)).toEqual([300, 299, 297, 296, 294]);

  await press(library, 'Add tags…');
  await focusIsOn(library, 'Add tag');
  await library.type('ports, quay');
  await library.press('Enter');
  await library.press('Enter');
  await says(library, '‘ports’ and ‘quay’ added to 4 annotations. 1 was written by somebody else and stays as it is.');
  await focusIsOn(library, 'Undo');
  await eventually(async () => (await tagsOf(library, 299)).join() === 'odd,ports,quay');
  expect(await tagsOf(library, 300)).toEqual([]);
  await selected(library, '5 selected');

  await library.press('Enter');
  await says(library, '4 annotations are as they were.');
  await eventually(async () => (await tagsOf(library, 299)).join() === 'odd');
  expect(await library.findAll('button', /^ports/)).toEqual([]);
  await (await library.find('button', 'Close', inStep)).click();
  await eventually(async () => (await library.findAll('status', undefined, inStep)).length === 0);
  await close(library);
});

test('by keyboard alone: Shift with arrows, Ctrl+Space, Escape; tags are taken away and brought back', async () => {
  const library = await opened();
  await (await library.find('link', name(299))).focus();
  await library.press('Shift', 'ArrowDown');
  await focusIsOn(library, name(298));
  await library.press('Shift', 'ArrowDown');
  await library.press('Shift', 'ArrowDown');
  await selected(library, '4 selected');
  await library.press('Shift', 'ArrowUp');
  await focusIsOn(library, name(297));
  await selected(library, '3 selected');
  await library.press('ArrowDown');
  await library.press('ArrowDown');
  await focusIsOn(library, name(295));
  await selected(library, '3 selected');
  await library.press('Control', ' ');
  await selected(library, '4 selected');
  expect(await boxes(library)).toEqual([299, 298, 297, 295]);

  await library.press('Shift', 'Tab');
  await focusIsOn(library, `Select ${name(295)}`);
  await library.press(' ');
  await selected(library, '3 selected');
  await library.press('ArrowUp');
  await focusIsOn(library, name(296));

  await (await library.find('button', 'Remove tags…', inBar)).focus();
  await library.press('Enter');
  await focusIsOn(library, 'odd 2');
  await library.press(' ');
  await library.press('Enter');
  await says(library, '‘odd’ removed from 2 annotations. 1 was so already.');
  await eventually(async () => (await tagsOf(library, 299)).length === 0);
  await focusIsOn(library, 'Undo');
  await library.press('Enter');
  await says(library, '2 annotations are as they were.');
  await eventually(async () => (await tagsOf(library, 299)).join() === 'odd');

  await (await library.find('link', name(298))).focus();
  await library.press('Escape');
  await selected(library, '');
  await disappears(library, 'group', 'Selection');
  await focusIsOn(library, name(298));
  await close(library);
});

test('Escape in the form closes that alone, and focus is never lost', async () => {
  const library = await opened();
  await pick(library, 298);
  await press(library, 'Add tags…');
  await focusIsOn(library, 'Add tag');
  await library.press('Escape');
  await focusIsOn(library, 'Add tags…');
  await selected(library, '1 selected');
  await press(library, 'Clear selection');
  await focusIsOn(library, `Select ${name(298)}`);
  await close(library);
});

test('rows far away, and all that is found: deleted, whoever wrote them, and brought back', async () => {
  const library = await opened();
  await pick(library, 300);
  await (await library.find('link', name(299))).focus();
  await library.press('End');
  await focusIsOn(library, name(1));
  await withKey(library, 'Shift', () => pick(library, 5));
  await selected(library, '296 selected');
  await library.press('Control', 'a');
  await selected(library, '300 selected');
  await (await library.find('searchbox', 'Search annotations')).focus();
  await library.type('tag:odd');
  await selected(library, '');
  await eventually(async () => (await library.findAll('link', name(300))).length === 0);
  await pick(library, 297);
  await press(library, 'Select all 150 found');
  await selected(library, '150 selected');

  await press(library, 'Delete');
  await says(library, '150 annotations deleted.');
  await library.find('button', 'Show all');
  await selected(library, '');
  await focusIsOn(library, 'Undo');
  await library.press('Enter');
  await says(library, '150 annotations are as they were.');
  await library.find('link', name(299));
  await close(library);
});

test('Undo stays at hand in other views, and leaves what was restored there already', async () => {
  const library = await opened('#annotations?q=tide');
  await pick(library, 298);
  await pick(library, 297);
  await press(library, 'Delete');
  await says(library, '2 annotations deleted.');
  await eventually(async () => (await library.findAll('link', name(298))).length === 0);
  await (await library.find('link', 'Recently deleted')).click();
  await (await library.find('button', 'Restore', { in: row('tide_table/298') })).click();
  await (await library.find('link', 'Annotations')).click();
  await (await library.find('button', 'Undo', inStep)).click();
  await says(library, '1 annotation is as it was. 1 stays: it was changed since.');
  await library.find('link', name(298));
  await library.find('link', name(297));
  await close(library);
});

test('two pages do not change many at the same time, and one sees what the other did', async () => {
  const library = await opened();
  const other = await stage.driver.extensionPage('library.html');
  await other.find('link', name(298));
  await other.evaluate(() => new Promise<void>((held) => {
    void navigator.locks.request('postil many', () => new Promise(() => held()));
  }));
  await library.bringToFront();
  await pick(library, 298);
  await press(library, 'Delete');
  await says(library, 'Another page is changing many annotations. Try again when it is done.');
  await other.reload();
  await other.find('link', name(298));
  await library.bringToFront();
  await eventually(() => library.evaluate(async () => ((await navigator.locks.query()).held ?? []).length === 0), { what: 'the other page to let go' });
  await press(library, 'Delete');
  await says(library, '1 annotation deleted.');
  await eventually(async () => (await other.findAll('link', name(298))).length === 0, { what: 'the other page to see it' });
  await other.close();
  await (await library.find('button', 'Undo', inStep)).click();
  await says(library, '1 annotation is as it was.');
  await close(library);
});
