/** `npm run read-page`: what the reader sees in a saved page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';
import { run } from './run.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-page-'));
  file = join(folder, 'feed.html');
  const page = createSite(demoChannels()).answer({ url: 'https://t.me/s/harbour_gazette', method: 'GET', headers: {} });
  await writeFile(file, page?.body ?? '');
});
afterAll(() => rm(folder, { recursive: true }));

const read = (...args: string[]) => run('tsx', ['test/read-page.ts', ...args]);

test('a table, and the same as JSON', async () => {
  const [table = '', json = ''] = (await read(file)).output.split(/\n\n(?=\{)/);
  expect(table).toMatch(/^channel: +Harbour Gazette @harbour_gazette \d+/m);
  expect(table).toMatch(/^harbour_gazette\/93 +2026-\d\d-\d\d \d\d:\d\d .*text/m);
  const { page, channel, broken, unread, posts } = JSON.parse(json);
  expect({ page, handle: channel.handle, broken, unread }).toEqual({ page: 'feed', handle: 'harbour_gazette', broken: [], unread: 0 });
  const post = posts.find(({ id }: { id: string }) => id === 'harbour_gazette/93');
  expect(post).toMatchObject({ url: 'https://t.me/harbour_gazette/93', channelTitle: 'Harbour Gazette' });
  expect(post.publishedAt).toMatch(/^2026-.*Z$/);
});

test('a file that is not there is said in words', async () => {
  const { code, output } = await read(join(folder, 'none.html'));
  expect(code).toBe(1);
  expect(output).toMatch(/ENOENT.*none\.html/);
});
