import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { annotate, chooseFile, disappears, lists, post, row, showPost, shownOn, useStage } from './support.ts';

const stage = useStage();

async function press(library: Tab, name: string): Promise<void> {
  await (await library.find('button', name)).click();
}

/** Presses Export and waits for the file. */
async function exported(library: Tab, button = 'Export'): Promise<Record<string, unknown>> {
  const { downloads } = stage.driver;
  for (const file of await readdir(downloads).catch((): string[] => [])) await rm(join(downloads, file));
  await press(library, button);
  return JSON.parse(await stage.driver.downloaded(/\.json$/)) as Record<string, unknown>;
}

async function isEnabled(library: Tab, name: string): Promise<boolean> {
  return (await library.find('button', name)).handle.evaluate((button) => !(button as HTMLButtonElement).disabled);
}

async function outcome(library: Tab): Promise<string[]> {
  return Promise.all((await library.findAll('listitem', undefined, '.outcome')).map((item) => item.text()));
}

const anna = { owner: 'anna', authors: [{ id: 'anna', name: 'Анна' }] };
function file(annotations: object[], others: object = anna): string {
  return JSON.stringify({ format: 'postil', version: 1, ...others, annotations });
}
function entry(postId: number, changes: object = {}): object {
  return { id: `a-${postId}`, author: 'anna', post: { channel: 'harbour_gazette', postId }, tags: ['spring'], note: 'Look.', createdAt: new Date(postId).toISOString(), ...changes };
}

/** Markup in every field that holds text. */
const hostile = '<img src="x" onerror="document.title=`run`"><script>document.title=`run`</script>';
const hostileEntry = entry(90, {
  note: hostile,
  tags: [hostile.slice(0, 60)],
  post: {
    channel: 'harbour_gazette', postId: 90, text: hostile, channelTitle: hostile, author: hostile, viaBot: hostile,
    forwardedFrom: { name: hostile, url: 'javascript:document.title=`run`', signature: hostile },
    replyTo: { author: hostile, text: hostile, url: 'javascript:document.title=`run`' },
    entities: [{ type: 'link', start: 0, end: 4, url: 'javascript:document.title=`run`' }],
    linkPreview: { url: 'javascript:document.title=`run`', siteName: hostile, title: hostile, description: hostile },
    poll: { question: hostile, options: [hostile] }, media: [{ kind: 'document', title: hostile, extra: hostile }],
  },
});

test('what was exported comes back from nothing, on the page too, and exports as the same file', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await annotate(tab, 'harbour_gazette/93', { tags: ['vote', 'порт'], note: 'Compare 🗳\nwith March.' });
  await annotate(tab, 'harbour_gazette/92', { tags: ['مهم'] });
  const library = await stage.driver.extensionPage('library.html');
  const before = await exported(library);

  await (await library.find('link', 'Your data')).click();
  await press(library, 'Delete everything…');
  await exported(library, 'Export first');
  await eventually(() => isEnabled(library, 'Delete everything'), { what: 'that deleting is allowed' });
  await press(library, 'Delete everything');
  await disappears(tab, 'list', 'Tags');
  await (await library.find('link', 'Annotations')).click();
  await library.find('region', 'Your first annotation');

  await chooseFile(stage, library, JSON.stringify(before));
  await library.find('button', 'Import now');
  expect(await outcome(library)).toEqual([
    '2 new annotations', '0 are here already', '0 say something else here than in the file', '0 parts of the file cannot be taken',
  ]);
  await expectAccessible(library, 'the plan of an import');
  await press(library, 'Import now');
  await press(library, 'Close');
  await lists(library, 'Harbour Gazette › 92', 'Harbour Gazette › 93');
  await showPost(tab, 'harbour_gazette/93');
  await tab.find('button', 'Edit annotation of post 93', { in: post('harbour_gazette/93') });
  expect(await shownOn(tab, 'harbour_gazette/93')).toEqual({ tags: ['vote', 'порт'], notes: ['Compare 🗳 with March.'] });
  await tab.close();

  await library.bringToFront();
  const { exportedAt: _, ...again } = await exported(library);
  const { exportedAt: __, ...once } = before;
  expect(again).toEqual(once);
  await library.close();
});

test('where texts differ one chooses, others are listed by name, and all of it can be taken back', async () => {
  const library = await stage.driver.extensionPage('library.html');
  await chooseFile(stage, library, file([entry(93), entry(90, { note: '<img src="x" onerror="document.title=1">' })]));
  await (await library.find('radio', 'I did')).click();
  await library.find('region', 'Different texts');
  expect(await outcome(library)).toEqual([
    '1 new annotation', '0 are here already', '1 says something else here than in the file', '0 parts of the file cannot be taken',
  ]);
  expect(await isEnabled(library, 'Import now')).toBe(false);
  await expectAccessible(library, 'the conflicts of an import');
  const [keepBoth] = await library.findAll('radio', 'Keep both', '[role=radiogroup][aria-label^="What stays"]');
  await keepBoth?.click();
  await press(library, 'Import now');
  await library.find('button', 'Undo');
  expect(await outcome(library)).toEqual(['1 new annotation', '0 are here already', '1 holds both texts now']);
  await press(library, 'Undo');
  await eventually(async () => (await (await library.find('status')).text()).startsWith('The import was taken back.'));
  await press(library, 'Close');
  await lists(library, 'Harbour Gazette › 92', 'Harbour Gazette › 93');

  await chooseFile(stage, library, file([entry(93), hostileEntry], { ...anna, authors: [{ id: 'anna', name: `Анна ${hostile}` }] }));
  await library.find('radio', 'Somebody else');
  await press(library, 'Import now');
  await press(library, 'Close');
  await lists(library, 'Harbour Gazette › 92', 'Harbour Gazette › 93', 'Harbour Gazette › 93', 'Harbour Gazette › 90');
  expect(await (await library.find('list', 'Annotations')).text()).toContain(`Анна ${hostile}`);
  expect(await library.findAll('button', 'Edit', row('harbour_gazette/90'))).toEqual([]);

  const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
  await showPost(tab, 'harbour_gazette/90');
  await tab.find('button', 'Annotate post 90', { in: post('harbour_gazette/90') });
  expect((await shownOn(tab, 'harbour_gazette/90')).notes).toEqual([`Анна ${hostile}`, hostile]);
  for (const page of [library, tab]) {
    expect(await page.evaluate(() => [document.querySelectorAll('img[src="x"]').length, document.title.includes('run')])).toEqual([0, false]);
    await page.close();
  }
});

test('a file that cannot be taken is refused in words, and nothing is written', async () => {
  const library = await stage.driver.extensionPage('library.html');
  const before = await exported(library);
  for (const [text, words] of [
    ['Dear diary,', 'This file is not JSON: it cannot be read at line 1.'],
    ['{"name":"other"}', 'This file is JSON, but not one that Postil exported.'],
    [file([entry(1)]).slice(0, -9), 'This file breaks off before its end: it was not saved or copied whole.'],
    ['{"format":"postil","version":99}', 'This file was made by a newer version of Postil (format 99). Update Postil to import it.'],
  ] as const) {
    await chooseFile(stage, library, text);
    await eventually(async () => (await (await library.find('alert')).text()) === `${words} Nothing was written.`, { what: words });
  }
  await chooseFile(stage, library, file([
    { ...entry(1), id: undefined }, entry(2), entry(2), entry(3, { tags: Array.from({ length: 10_000 }, (_, i) => `t${i}`) }),
    entry(4, { tags: ['x'.repeat(5_000)] }), entry(5, { note: 'x'.repeat(5_000_000) }), entry(6, { note: '\ud800' }),
    entry(7, { createdAt: '+275760-09-13T00:00:00.000Z' }),
  ]).replace('"id":"a-3"', '"__proto__":{"id":"a-3"},"id":"a-3"'));
  await library.find('region', 'Left out');
  const reasons = await Promise.all((await library.findAll('listitem', undefined, '.rejections')).map((item) => item.text()));
  expect(reasons).toEqual([
    'Annotation 1: “id” is missing.',
    'Annotation 2: it has the same id as annotation 3.',
    'Annotation 3: it has the same id as annotation 2.',
    'Annotation 4: it has a field named “__proto__”, which no export has.',
    'Annotation 5: “tags.0” is not a tag: a tag has 1 to 64 characters.',
    'Annotation 6: “note” is too long: 5,000,000, and at most 100,000 are possible.',
    'Annotation 7: “note” holds half of a character, which cannot be stored.',
    'Annotation 8: “createdAt” is not a time with a time zone between the years 1970 and 9999.',
  ]);
  expect(await library.findAll('button', 'Import now')).toEqual([]);
  await press(library, 'Close');
  const { exportedAt: _, ...again } = await exported(library);
  const { exportedAt: __, ...once } = before;
  expect(again).toEqual(once);
  await library.close();
});
