/** Posts that somebody asked to be looked at are worked through, one after the other. */
import { expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';
import { type Tab, eventually } from '../browser/driver.ts';
import { annotate, chooseFile, disappears, expectSound, focusIsOn, lists, save, useStage } from './support.ts';

const stage = useStage();

/** Waits until the list says so: 'Harbour Gazette › 93: open'. What is removed is called by what stands in its place. */
async function says(tab: Tab, ...expected: string[]): Promise<void> {
  const read = () => tab.evaluate(() => [...document.querySelectorAll('[data-key]')].map((row) => (
    [...row.querySelectorAll(':scope > a, :scope > .entry-status, .chip, .notice > span')].map((part) => part.textContent).join(': ')
  )));
  await eventually(async () => (await read()).join('\n') === expected.join('\n'), { what: `the worklist ${expected.join(', ')}` });
}

async function hasWords(tab: Tab, role: string, words: string): Promise<void> {
  await eventually(async () => {
    const all = await Promise.all((await tab.findAll(role)).map((each) => each.text()));
    return all.some((text) => text.includes(words));
  }, { what: `the words ${words}` });
}

/** In one go, as pasting is. */
async function paste(tab: Tab, text: string): Promise<void> {
  const field = await tab.find('textbox', 'Post addresses');
  await field.focus();
  await field.handle.evaluate((element, pasted) => {
    document.execCommand('selectAll');
    (element as HTMLTextAreaElement).setRangeText(pasted, 0, (element as HTMLTextAreaElement).value.length, 'end');
  }, text);
}

async function add(tab: Tab, text: string): Promise<void> {
  await paste(tab, text);
  await (await tab.find('button', 'Add')).click();
}

/** The address of the tab that a press opens. It is closed again: what is opened so, nothing here can answer. */
async function leadsTo(tab: Tab, press: () => Promise<unknown>): Promise<string> {
  await press();
  return eventually(() => tab.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const { tabs } = browser ?? chrome;
    const opened = (await tabs.query({})).find(({ url, pendingUrl }) => (pendingUrl || url || '').startsWith('https://t.me/'));
    if (opened?.id === undefined) return undefined;
    const { pendingUrl, url } = opened;
    await tabs.remove(opened.id);
    return pendingUrl || url;
  }), { what: 'a new tab' });
}

/** CSS selector of the row of a post, by its place from 1. */
const at = (place: number) => `li:nth-child(${place})`;

test('the next open post is one press away, and is annotated in the list as soon as it is on its page', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await save(stage, library, [{ name: 'harbour_gazette/88', tags: ['timetable'] }, { name: 'harbour_gazette/90' }]);
  await lists(library, 'Harbour Gazette › 90', 'Harbour Gazette › 88');
  await (await library.find('link', 'Worklist')).click();
  await add(library, [
    'For Monday, please:', 'https://t.me/Harbour_Gazette/88', 't.me/s/harbour_gazette/90?single', '(https://telegram.me/harbour_gazette/93),',
    'tg://resolve?domain=harbour_gazette&post=91', 'https://t.me/northern_herald/139?comment=5', 't.me/harbour_gazette/93', 't.me/c/123/4', 't.me/+abc', 't.me/harbour_gazette',
  ].join('\n'));
  await says(library, 'Harbour Gazette › 88: annotated: timetable', 'Harbour Gazette › 90: seen and left', 'Harbour Gazette › 93: open',
    'Harbour Gazette › 91: open', 'northern_herald › 139: open');
  for (const words of [
    'Added: 5.', 'On the list already: 1.', 'Without the address of a post: 1 (lines: 1).', 'private chats, which have no page to annotate: 1 (lines: 8)',
    'Invitations: 1 (lines: 9).', 'Addresses of channels, not of posts: 1 (lines: 10).',
  ]) await hasWords(library, 'status', words);

  const next = await library.find('link', 'Next open: harbour_gazette/93');
  const address = await leadsTo(library, () => next.click());
  expect(address).toBe('https://t.me/s/harbour_gazette/93');
  await says(library, 'Harbour Gazette › 88: annotated: timetable', 'Harbour Gazette › 90: seen and left', 'Harbour Gazette › 93: seen and left',
    'Harbour Gazette › 91: open', 'northern_herald › 139: open');
  const page = await stage.driver.open(address);
  await annotate(page, 'harbour_gazette/93', { tags: ['vote'], note: 'Compare.' });
  await says(library, 'Harbour Gazette › 88: annotated: timetable', 'Harbour Gazette › 90: seen and left', 'Harbour Gazette › 93: annotated: vote',
    'Harbour Gazette › 91: open', 'northern_herald › 139: open');
  await page.close();

  await library.bringToFront();
  await (await library.find('link', 'Next open: harbour_gazette/91')).focus();
  expect(await leadsTo(library, () => library.press('Enter'))).toBe('https://t.me/s/harbour_gazette/91');
  await library.bringToFront();
  await library.find('link', 'Next open: northern_herald/139');
  await focusIsOn(library, 'Next open: northern_herald/139');
  await (await library.find('button', '1 open')).click();
  await says(library, 'northern_herald › 139: open');
  const middle = await library.find('link', 'northern_herald › 139');
  expect(await leadsTo(library, () => middle.handle.click({ button: 'middle' }))).toBe('https://t.me/s/northern_herald/139');
  await hasWords(library, 'status', 'All done: no post is open.');
  await (await library.find('button', '3 seen and left')).click();
  await says(library, 'Harbour Gazette › 90: seen and left', 'Harbour Gazette › 91: seen and left', 'northern_herald › 139: seen and left');
  await library.close();
});

test('by keyboard, what is listed is left, reopened, removed and cleared, and all of it taken back', async () => {
  const library = await stage.driver.extensionPage('library.html#worklist');
  await (await library.find('button', 'Clear list')).focus();
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await says(library);
  await add(library, 'nowhere_news/1\nt.me/nowhere_news/1 t.me/nowhere_news/2 t.me/nowhere_news/3');
  await disappears(library, 'button', 'Undo');
  const [first, second, third] = ['nowhere_news › 1', 'nowhere_news › 2', 'nowhere_news › 3'] as const;
  await says(library, `${first}: open`, `${second}: open`, `${third}: open`);

  await (await library.find('button', 'Leave', { in: at(2) })).focus();
  await library.press('Enter');
  await focusIsOn(library, 'Reopen');
  await says(library, `${first}: open`, `${second}: seen and left`, `${third}: open`);
  await library.press('Enter');
  await focusIsOn(library, 'Leave');
  await library.press('Tab');
  await focusIsOn(library, 'Remove');
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await says(library, `${first}: open`, 'Removed.', `${third}: open`);
  await library.find('button', '2 open');
  await library.press('Enter');
  await focusIsOn(library, 'Leave');
  await says(library, `${first}: open`, `${second}: open`, `${third}: open`);

  await (await library.find('button', '3 open')).click();
  await (await library.find('button', 'Leave', { in: at(1) })).focus();
  await library.press('Enter');
  await says(library, `${second}: open`, `${third}: open`);
  await focusIsOn(library, 'Leave');
  await library.press('ArrowDown');
  await focusIsOn(library, third);
  await (await library.find('button', '2 open')).click();

  await (await library.find('button', 'Clear list')).focus();
  await library.press('Enter');
  await focusIsOn(library, 'Undo');
  await says(library);
  await library.press('Enter');
  await focusIsOn(library, 'Clear list');
  await says(library, `${first}: seen and left`, `${second}: open`, `${third}: open`);
  await library.reload();
  await says(library, `${first}: seen and left`, `${second}: open`, `${third}: open`);
  await library.close();
});

test('a table gives one post a row, whatever its other cells hold; what cannot be taken is said', async () => {
  const library = await stage.driver.extensionPage('library.html#worklist');
  await (await library.find('button', 'Clear list')).click();
  const rows = [['id', 'url', 'text'], ['1', 'https://t.me/nowhere_news/5', 'See t.me/another_one/1\nand "t.me/another_one/2"'], ['2', 'https://example.org', 't.me/another_one/3']];
  const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  await chooseFile(stage, library, csv, 'posts.csv');
  await says(library, 'nowhere_news › 5: open');
  await hasWords(library, 'status', 'Without the address of a post: 1 (rows: 3).');

  await chooseFile(stage, library, 't.me/nowhere_news/6\n'.repeat(1_100_000), 'posts.txt');
  await hasWords(library, 'alert', 'This is larger than 20 MB. Nothing was added.');
  await chooseFile(stage, library, Array.from({ length: 50_000 }, (_, i) => `t.me/nowhere_news/${i + 6}`).join(' '), 'posts.txt');
  await hasWords(library, 'alert', 'A list holds 50,000 posts at most, and this would make it 50,001. Nothing was added.');
  await paste(library, '  ');
  await (await library.find('button', 'Add')).click();
  await hasWords(library, 'alert', 'Paste addresses of posts first.');
  await focusIsOn(library, 'Post addresses');
  await add(library, 'no address here');
  await hasWords(library, 'status', 'Added: 0.');
  expect(await library.findAll('alert')).toEqual([]);
  expect(await (await library.find('textbox', 'Post addresses')).value()).toBe('no address here');
  await says(library, 'nowhere_news › 5: open');
  await library.close();
  await expectSound(stage);
});

test('of five thousand posts only those on screen are there', async () => {
  const library = await stage.driver.extensionPage('library.html#worklist');
  await add(library, Array.from({ length: 5_000 }, (_, i) => `https://t.me/nowhere_news/${i + 5}`).join('\n'));
  await library.find('button', '5,000 open');
  await (await library.find('button', 'Leave', { in: at(1) })).focus();
  await library.press('End');
  await focusIsOn(library, 'nowhere_news › 5004');
  expect(await library.evaluate(() => document.querySelectorAll('[data-key]').length)).toBeLessThan(100);
  await library.close();
});
