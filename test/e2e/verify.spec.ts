/** Whether a file is what it says, and what is kept of posts' HTML: in the library, in both browsers. */
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Tab, eventually } from '../browser/driver.ts';
import { expectAccessible } from './axe.ts';
import { annotate, expectSound, useStage } from './support.ts';

const stage = useStage();

async function says(tab: Tab, words: string): Promise<void> {
  await eventually(async () => (await tab.evaluate(() => document.body.innerText)).includes(words), { what: `the words ${words}` });
}

/** Gives the section that verifies a file. */
async function verify(library: Tab, content: string | Uint8Array, name: string): Promise<void> {
  const input = await library.page.waitForSelector('.sections input[type=file]');
  if (!input) throw new Error('nothing takes a file here');
  await input.uploadFile(await stage.driver.file(name, content));
}

async function exported(library: Tab, withOriginals: boolean): Promise<Buffer> {
  const { downloads } = stage.driver;
  for (const file of await readdir(downloads).catch((): string[] => [])) await rm(join(downloads, file));
  await (await library.find('button', 'Export as…')).click();
  if (withOriginals) await (await library.find('checkbox', /^With the original HTML/, { in: '.export-panel' })).click();
  await (await library.find('button', 'Download')).click();
  await says(library, 'Exported: see your downloads.');
  await stage.driver.downloaded(withOriginals ? /-originals\.zip$/ : /\.json$/);
  const file = (await readdir(downloads)).find((each) => /\.(json|zip)$/.test(each)) ?? '';
  return readFile(join(downloads, file));
}

test('an export matches, with its originals too; a file in which a word was changed does not', async () => {
  const page = await stage.driver.open('https://t.me/s/harbour_gazette');
  await annotate(page, 'harbour_gazette/93', { note: 'Compare.' });
  await annotate(page, 'harbour_gazette/88', { tags: ['timetable'] });
  await page.close();
  const library = await stage.driver.extensionPage('library.html');
  const zip = await exported(library, true);
  const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const names = Object.keys(files);
  expect(names.map((name) => name.replace(/[0-9a-f]{64}|\d{4}-\d\d-\d\d/, '…')).sort()).toEqual([
    'README.txt', 'originals/harbour_gazette-88-….html.txt', 'originals/harbour_gazette-93-….html.txt', 'postil-….json',
  ]);
  expect(files[names.find((name) => name.includes('-93-')) ?? '']).toContain('data-post="harbour_gazette/93"');
  const json = files[names.find((name) => name.endsWith('.json')) ?? ''] ?? '';

  await library.close();
  const data = await stage.driver.extensionPage('library.html#data');
  await data.find('button', 'Verify a file');
  await verify(data, zip, 'all.zip');
  await says(data, 'all.zip: everything that can be checked matches.');
  await verify(data, json, 'all.json');
  await says(data, 'all.json: everything that can be checked matches.');
  const file = JSON.parse(json) as { annotations: { id: string; post: { postId: number; text: string } }[] };
  const changed = file.annotations.find(({ post }) => post.postId === 88) ?? expect.fail();
  changed.post.text += '!';
  await verify(data, JSON.stringify(file), 'changed.json');
  await says(data, 'changed.json: not everything matches.');
  await says(data, `https://t.me/harbour_gazette/88 (annotation ${changed.id}): what it was made on does not match.`);
  await expectAccessible(data, 'a file that was verified');
  await verify(data, 'Dear diary', 'diary.json');
  await says(data, 'diary.json: This file is not JSON');
  await data.close();
});

/** Of everything that would load or run in a document that is shown. */
const hostile = ['img src', 'iframe src', 'script src', 'video poster', 'object data', 'embed src', 'audio src'].map((each) => {
  const [tag = '', attribute = ''] = each.split(' ');
  return `<${tag} ${attribute}="https://t.me/leak-${tag}" onerror="document.title = 'leaked'"></${tag}>`;
}).join('');

test('kept HTML is read again, and nothing of it is run or asked for', async () => {
  const library = await stage.driver.extensionPage('library.html#data');
  await library.find('button', 'Read kept originals again');
  // As an older reader left them, with what a hostile page could have put into a post.
  await library.evaluate(async (markup) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('postil');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const html = `<div class="tgme_widget_message" data-post="harbour_gazette/93"><link rel="stylesheet" href="https://t.me/leak-link">
      <div class="tgme_widget_message_text" style="background: url(https://t.me/leak-style)">Read again.</div>${markup}<style>@import "https://t.me/leak-import";</style></div>`;
    const gzip = new Uint8Array(await new Response(new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
    const done = opened.transaction(['originals', 'captures'], 'readwrite');
    for (const name of ['originals', 'captures']) {
      done.objectStore(name).openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        const { value } = cursor as { value: { postId: number } };
        cursor.update(name === 'captures' ? { ...value, reader: 0 } : value.postId === 93 ? { ...value, gzip } : value);
        cursor.continue();
      };
    }
    await new Promise((resolve) => {
      done.oncomplete = resolve;
    });
    opened.close();
  }, hostile);
  const asked: string[] = [];
  library.page.on('request', (request) => asked.push(request.url()));
  await (await library.find('button', 'Read kept originals again')).click();
  await says(library, 'Originals: 2. Read again: 2, of these with another content than before: 1.');
  await (await library.find('button', 'Read kept originals again')).click();
  await says(library, 'Originals: 2. Read again: 0, of these with another content than before: 0.');
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
  expect(await library.evaluate(() => document.title)).not.toContain('leaked');
  await library.close();
  // Chromium says of each style and handler that it was refused: such a document has the policy of the page that made it.
  const refusals = stage.driver.errors.splice(0);
  expect(refusals.filter((error) => !error.includes('Content Security Policy directive'))).toEqual([]);
  await expectSound(stage);
});

test('a document that a parser makes loads and runs nothing, even where no policy forbids it', async () => {
  const page = await stage.driver.open('https://t.me/s/harbour_gazette');
  const asked: string[] = [];
  page.page.on('request', (request) => asked.push(request.url()));
  await page.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, 'text/html');
    Object.assign(window, { parsed });
    // What is asked for later shows that what came before would have been heard.
    new Image().src = 'https://t.me/heard';
  }, hostile);
  await eventually(() => asked.some((url) => url.endsWith('/heard')), { what: 'the request that is heard' });
  expect(asked.filter((url) => url.includes('leak'))).toEqual([]);
  expect(await page.evaluate(() => document.title)).not.toContain('leaked');
  // The same markup, put into a page, asks for all of it.
  await page.evaluate(() => document.body.append((window as unknown as { parsed: Document }).parsed.body));
  await eventually(() => asked.some((url) => url.includes('leak-img')), { what: 'the picture of the document that is shown' });
  await page.close();
  stage.driver.errors.splice(0);
});
