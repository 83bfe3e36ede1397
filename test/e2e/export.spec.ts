/** Exports of all, of what is found and in each form; and citations. */
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { chooseFile, disappears, focusIsOn, lists, row, save, useStage } from './support.ts';

const stage = useStage();

const written = [
  { name: 'harbour_gazette/93', tags: ['vote', 'порт'], note: '=1+1' },
  { name: 'harbour_gazette/88', tags: ['timetable'], note: '# For the [fridge](https://evil.example)' },
  { name: 'northern_herald/139', tags: ['порт', 'low tide'], note: 'Два срока.' },
];
const [vote, timetable, herald] = ['Harbour Gazette › 93', 'Harbour Gazette › 88', 'Вестник Севера › 139'] as const;

async function press(library: Tab, name: string): Promise<void> {
  await (await library.find('button', name)).click();
}

async function check(library: Tab, role: 'radio' | 'checkbox', ...names: (string | RegExp)[]): Promise<void> {
  for (const name of names) await (await library.find(role, name, { in: '.export-panel' })).click();
}

async function searchFor(library: Tab, query: string): Promise<void> {
  await (await library.find('searchbox')).focus();
  await library.type(query);
}

async function says(tab: Tab, words: string): Promise<void> {
  await eventually(async () => (await tab.evaluate(() => document.body.innerText)).includes(words), { what: `the words ${words}` });
}

/** Presses Download and waits for the file. */
async function downloaded(library: Tab, name: RegExp): Promise<Buffer> {
  const { downloads } = stage.driver;
  for (const file of await readdir(downloads).catch((): string[] => [])) await rm(join(downloads, file));
  await press(library, 'Download');
  await stage.driver.downloaded(name);
  await says(library, 'Exported: see your downloads.');
  const file = (await readdir(downloads)).find((each) => name.test(each)) ?? '';
  return readFile(join(downloads, file));
}

async function text(library: Tab, name: RegExp): Promise<string> {
  return (await downloaded(library, name)).toString('utf8');
}

interface Exported {
  tags: { name: string }[];
  annotations: { note: string; post: { channel: string; postId: number; url: string } }[];
}
const json = async (library: Tab, name: RegExp): Promise<Exported> => JSON.parse(await text(library, name)) as Exported;

async function open(): Promise<Tab> {
  const library = await stage.driver.extensionPage('library.html');
  await library.page.setViewport({ width: 1_280, height: 820 });
  return library;
}

test('everything leaves in each form', async () => {
  const library = await open();
  await save(stage, library, written);
  await lists(library, herald, timetable, vote);
  await press(library, 'Export as…');
  await library.find('radio', 'Everything (3)');
  expect((await library.findAll('radio', undefined, '.export-panel')).length).toBe(5);
  await expectAccessible(library, 'library with what can be exported');

  const everything = await json(library, /^postil-\d{4}-\d\d-\d\d\.json$/);
  expect(everything.annotations).toHaveLength(3);

  await check(library, 'radio', /^NDJSON/);
  const [head = '', ...lines] = (await text(library, /^postil-[\d-]{10}\.ndjson$/)).trimEnd().split('\n');
  expect((JSON.parse(head) as Exported).tags).toEqual(everything.tags);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(everything.annotations);

  await check(library, 'radio', /^CSV/);
  const [columns = [], ...rows] = Papa.parse<string[]>((await text(library, /^postil-[\d-]{10}\.csv$/)).trimEnd()).data;
  expect(rows.map((cells) => cells[columns.indexOf('url')]).sort()).toEqual(written.map(({ name }) => `https://t.me/${name}`).sort());
  expect(rows.map((cells) => cells[columns.indexOf('note')])).toContain("'=1+1");
  await check(library, 'checkbox', 'Marked as UTF-8, for Excel', 'A row for each tag');
  const csv = await text(library, /^postil-[\d-]{10}-by-tag\.csv$/);
  expect(csv.startsWith('\ufeff"id","url"')).toBe(true);
  expect(Papa.parse<string[]>(csv.trimEnd()).data.slice(1).map((cells) => cells[12]).sort()).toEqual(['low tide', 'timetable', 'vote', 'порт', 'порт']);

  await check(library, 'radio', /^Markdown/);
  const note = await text(library, /^postil-[\d-]{10}\.md$/);
  expect(note.match(/^## \[.*\]\(https:\/\/t\.me\/\w+\/\d+\)$/gm)).toHaveLength(3);
  expect(note).toContain('\n\\# For the \\[fridge\\](`https://evil.example`)\n');
  await check(library, 'checkbox', /in a zip$/);
  const files = unzipSync(await downloaded(library, /^postil-[\d-]{10}\.zip$/));
  expect(Object.keys(files).map((name) => name.replace(/-[\da-f]{8}\.md$/, '')).sort()).toEqual(
    ['Postil/harbour_gazette-88', 'Postil/harbour_gazette-93', 'Postil/northern_herald-139'],
  );
  await library.close();
});

test('what is found leaves in each form, and with nothing that it does not name', async () => {
  const library = await open();
  await searchFor(library, 'tag:порт');
  await lists(library, herald, vote);
  await press(library, 'Export as…');
  expect(await (await library.find('radio', 'What is found (2)')).handle.evaluate((radio) => (radio as HTMLElement as HTMLInputElement).checked)).toBe(true);
  const found = await json(library, /^postil-[\d-]{10}-found\.json$/);
  expect(found.annotations.map(({ post }) => post.postId).sort()).toEqual([139, 93]);
  expect(found.tags.map(({ name }) => name)).toEqual(['low tide', 'vote', 'порт']);

  await check(library, 'radio', /^CSV/);
  expect(Papa.parse<string[]>((await text(library, /-found\.csv$/)).trimEnd()).data).toHaveLength(3);
  await check(library, 'radio', /^Markdown/);
  expect((await text(library, /-found\.md$/)).match(/^## /gm)).toHaveLength(2);
  await check(library, 'checkbox', /in a zip$/);
  expect(Object.keys(unzipSync(await downloaded(library, /-found\.zip$/)))).toHaveLength(2);

  await check(library, 'radio', /^NDJSON/);
  const lines = await text(library, /-found\.ndjson$/);
  await library.close();

  const elsewhere = await open();
  await (await elsewhere.find('link', 'Your data')).click();
  await press(elsewhere, 'Delete everything…');
  await (await elsewhere.find('checkbox', 'I need no copy')).click();
  await press(elsewhere, 'Delete everything');
  await says(elsewhere, 'Everything was deleted.');
  await (await elsewhere.find('link', 'Annotations')).click();
  await chooseFile(stage, elsewhere, lines);
  await press(elsewhere, 'Import now');
  await press(elsewhere, 'Close');
  await lists(elsewhere, herald, vote);
  await press(elsewhere, 'Export as…');
  expect((await json(elsewhere, /^postil-[\d-]{10}\.json$/)).annotations).toEqual(found.annotations);
  await elsewhere.close();
});

test('only everything, in a form that can be had back, counts as exported', async () => {
  const library = await open();
  const lastExport = () => library.evaluate(() => document.querySelector('[aria-labelledby=backup-title] p')?.textContent ?? '');
  await save(stage, library, [{ name: 'harbour_gazette/88', note: 'Anew.' }]);
  await press(library, 'Export as…');
  await check(library, 'radio', /^CSV/);
  await text(library, /\.csv$/);
  await (await library.find('link', 'Your data')).click();
  await eventually(async () => (await lastExport()).includes('1 change since your last export.'), { what: 'that CSV is no copy' });
  await (await library.find('link', 'Annotations')).click();
  await press(library, 'Export as…');
  await check(library, 'radio', /^NDJSON/);
  await text(library, /\.ndjson$/);
  await (await library.find('link', 'Your data')).click();
  await eventually(async () => /^Last export: [^.]*\.?$/.test(await lastExport()), { what: 'that NDJSON is one' });
  await library.close();
});

test('by keyboard; Escape closes, and focus is where it was', async () => {
  const library = await open();
  await (await library.find('button', 'Export as…')).focus();
  await library.press('Enter');
  await library.find('radio', 'JSON');
  expect(await (await library.find('button', 'Export as…')).attribute('aria-expanded')).toBe('true');
  await library.press('Tab');
  await focusIsOn(library, 'Everything (3)');
  await library.press('Tab');
  await focusIsOn(library, 'JSON');
  await library.press('ArrowDown');
  await library.press('ArrowDown');
  await focusIsOn(library, 'CSV, for spreadsheets');
  for (const stop of ['Marked as UTF-8, for Excel', 'A row for each tag', 'Download']) {
    await library.press('Tab');
    await focusIsOn(library, stop);
  }
  await library.press('Escape');
  await focusIsOn(library, 'Export as…');
  await disappears(library, 'button', 'Download');
  expect(await (await library.find('button', 'Export as…')).attribute('aria-expanded')).toBe('false');

  await library.page.setViewport({ width: 320, height: 640 });
  await library.press('Enter');
  await library.find('button', 'Download');
  expect(await library.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await library.close();
});

test('an export that is cancelled saves nothing', async () => {
  const library = await open();
  const { downloads } = stage.driver;
  for (const file of await readdir(downloads).catch((): string[] => [])) await rm(join(downloads, file));
  await press(library, 'Export as…');
  await library.find('radio', 'Everything (3)');
  const other = await open();
  await other.find('button', 'Export as…');
  // Nothing can be read as long as this goes on.
  await other.evaluate(async () => {
    const opened = indexedDB.open('postil');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const store = opened.result.transaction('annotations', 'readwrite').objectStore('annotations');
    const hold = globalThis as unknown as { held: boolean };
    hold.held = true;
    await new Promise<void>((resolve) => {
      const again = () => {
        resolve();
        if (hold.held) store.count().addEventListener('success', again);
        else opened.result.close();
      };
      again();
      store.count().addEventListener('success', again);
    });
  });
  await library.bringToFront();
  await press(library, 'Download');
  await press(library, 'Cancel');
  await focusIsOn(library, 'Download');
  await other.evaluate(() => {
    (globalThis as unknown as { held: boolean }).held = false;
  });
  await says(library, 'Cancelled. No file was saved.');
  expect(await readdir(downloads).catch(() => [])).toEqual([]);
  for (const tab of [library, other]) await tab.close();
});

test('a citation of one post can be copied, plain and as Markdown', async () => {
  const library = await open();
  await library.bringToFront();
  await (await library.find('button', 'Edit', { in: row('harbour_gazette/93') })).click();
  await library.find('complementary', 'Annotated post');
  const pasted = async (button: string) => {
    await press(library, button);
    await says(library, 'Copied.');
    const search = await library.find('searchbox');
    await search.click();
    await library.press('Control', 'a');
    await library.press('Delete');
    await library.press('Control', 'v');
    return eventually(async () => (await search.value()) || undefined, { what: 'what was copied' });
  };
  expect(await pasted('Copy citation')).toMatch(/^Harbour Gazette \(@harbour_gazette\), 14 September 2026, 09:12 UTC: “.+” https:\/\/t\.me\/harbour_gazette\/93$/);
  expect(await pasted('Copy as Markdown')).toMatch(/^\[Harbour Gazette\]\(https:\/\/t\.me\/harbour_gazette\/93\) \(@harbour\\_gazette\), 14 September 2026, 09:12 UTC/);
  await library.close();
});
