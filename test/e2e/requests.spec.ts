/**
 * Postil asks nobody for anything. A page's requests are answered by the driver, which notes them; whatever else is asked for, by
 * whatever part of the browser, goes to a proxy of this spec, which notes whom it is for. What the same browser asks for without
 * Postil, on the same pages, is not Postil's.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Driver, eventually, launch } from '../browser/driver.ts';
import { tell } from '../faults/faults.ts';
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';
import { annotate, ask, browserName, chooseFile, extension, openEditor, post } from './support.ts';

const channel = 'https://t.me/s/harbour_gazette';
const embed = 'https://example.org/embed?post=harbour_gazette/93';
const site = createSite(demoChannels());

/** Whom somebody asked: what stands before the query of an address, or the host that the proxy was to connect to. */
const asked = new Set<string>();

const proxy = createServer((request, response) => {
  asked.add(new URL(request.url ?? '', 'http://proxy').hostname);
  response.writeHead(502).end();
}).on('connect', (request, socket) => {
  asked.add(request.url?.split(':')[0] ?? '');
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
const scratch = await mkdtemp(join(tmpdir(), 'postil-requests-'));

let driver: Driver | undefined;
afterEach(async () => {
  await driver?.close();
  driver = undefined;
  asked.clear();
});
afterAll(async () => {
  proxy.close();
  await rm(scratch, { recursive: true });
});

async function start(folder: string): Promise<Driver> {
  driver = await launch(browserName, {
    extension: folder,
    proxy: (proxy.address() as AddressInfo).port,
    answer: (request) => {
      const { origin, pathname, hostname } = new URL(request.url);
      const answer = site.answer(request);
      asked.add(answer ? origin + pathname : hostname);
      return answer;
    },
  });
  return driver;
}

/** The pages of the web that the job is done on. */
async function look(of: Driver): Promise<void> {
  for (const url of [channel, embed]) {
    const tab = await of.open(url);
    await tab.bringToFront();
    // The page counts the views of what is on screen, and loads more when its beginning is.
    await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await eventually(() => tab.evaluate(() => document.readyState === 'complete'), { what: 'the page' });
    // Whoever types anywhere makes Chromium ask for its dictionary, unless it has that.
    await tab.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
    await tab.type('A few words, ');
    const isAsked = browserName === 'firefox' || eventually(() => asked.has('redirector.gvt1.com'));
    await Promise.resolve(isAsked).catch(() => undefined);
    await tab.close();
  }
}

/** The whole job: annotate, find, edit, look at what became of posts, export in every format, import. */
async function work(of: Driver): Promise<void> {
  const tab = await of.open(channel);
  await annotate(tab, 'harbour_gazette/93', { tags: ['port'], note: 'See https://example.com/ and t.me/northern_herald/139' });
  await openEditor(tab, 'harbour_gazette/91');
  await tab.press('Escape');
  await tab.close();
  const foreign = await of.open(embed);
  const framed = await foreign.framed('Telegram Widget');
  await (await framed.find('button', /^Annotated/, { in: post('harbour_gazette/93') })).click();
  await framed.find('list', 'Tags');
  await foreign.close();

  const popup = await of.extensionPage('popup.html');
  await popup.find('link', /›/);
  await (await popup.find('searchbox')).focus();
  await popup.type('port');
  await (await popup.find('button', 'Export JSON')).click();
  await of.downloaded(/\.json$/);
  await popup.close();

  const library = await of.extensionPage('library.html');
  await (await library.find('button', 'Export as…')).click();
  for (const [role, choice, name] of [
    ['radio', /^NDJSON/, /\.ndjson$/], ['radio', /^CSV/, /\.csv$/], ['radio', /^Markdown/, /\.md$/], ['checkbox', /in a zip$/, /\.zip$/],
  ] as const) {
    await (await library.find(role, choice, { in: '.export-panel' })).click();
    await (await library.find('button', 'Download')).click();
    await of.downloaded(name);
  }
  await library.close();

  const importing = await of.extensionPage('library.html#import');
  await chooseFile({ driver: of, site }, importing, JSON.stringify({
    format: 'postil', version: 1, authors: [{ id: 'anna', name: 'Anna' }],
    annotations: [{ id: 'imported', author: 'anna', post: { channel: 'harbour_gazette', postId: 88, text: 'See https://example.com/' }, tags: ['port'], note: '![](https://example.com/x.png)' }],
  }));
  await (await importing.find('button', 'Import now', { timeout: 20_000 })).click();
  await importing.find('button', 'Undo', { timeout: 20_000 });
  await ask(importing, { call: 'search.index', args: {} });
  for (const view of ['Changes', 'Tags', 'Worklist', 'Recently deleted', 'Your data', 'Settings', 'Help']) {
    const link = await importing.find('link', view);
    await link.click();
    await eventually(async () => await link.attribute('aria-current') === 'page', { what: `the view ${view}` });
  }
  await importing.close();
}

test('no request is made by the whole job, exports in every format and import', { timeout: 240_000 }, async () => {
  const bare = await start(extension);
  await bare.removeExtension();
  await look(bare);
  await bare.close();
  const without = new Set(asked);
  const of = await start(extension);
  await work(of);
  // The pages asked, and were heard.
  expect([...asked]).toEqual(expect.arrayContaining([channel]));
  const more = [...asked].filter((each) => !without.has(each));
  tell({ 'requests by the extension': more.length });
  expect(more).toEqual([]);
});

test('a request of any part of the extension would have been seen', { timeout: 240_000 }, async () => {
  // The same package, but each of its scripts asks somebody, and nothing forbids it.
  const folder = join(scratch, 'asking');
  await cp(extension, folder, { recursive: true });
  const scripts = ['background', 'content', 'reader', 'editor', 'popup', 'library'];
  for (const name of scripts) {
    const file = join(folder, `${name}.js`);
    await writeFile(file, `${await readFile(file, 'utf8')}\nfetch('https://${name}.example/').catch(() => undefined);\n`);
  }
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
  await writeFile(join(folder, 'manifest.json'), manifest.replace("connect-src 'none'", 'connect-src *'));
  const of = await start(folder);
  const tab = await of.open(channel);
  await openEditor(tab, 'harbour_gazette/91');
  for (const page of ['popup.html', 'library.html']) await (await of.extensionPage(page)).find('searchbox');
  await eventually(() => scripts.every((name) => asked.has(`${name}.example`)), {
    what: `all to be heard; not ${scripts.filter((name) => !asked.has(`${name}.example`)).join(', ')}`,
  });
});
