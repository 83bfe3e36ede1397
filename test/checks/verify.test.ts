/** `npm run verify`: whether the contents of an export are those that its ids name. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, run } from './run.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

const verify = (...args: string[]) => run('tsx', ['test/verify.ts', ...args]);

/** Of the golden file the annotation whose id is right. */
async function written(name: string, change: (text: string) => string): Promise<string> {
  const { annotations: [annotation], ...file } = JSON.parse(await readFile(join(root, 'test/unit/formats/golden/export.json'), 'utf8'));
  const path = join(folder, name);
  await writeFile(path, change(JSON.stringify({ ...file, annotations: [annotation] })));
  return path;
}

test('a file that matches is said to, and ends well', async () => {
  const { code, output } = await verify(await written('good.json', (text) => text));
  expect(output).toMatch(/contents checked: +2\n +match: +2\n +do not match: +0/);
  expect(code).toBe(0);
});

test('what does not match is named', async () => {
  const { code, output } = await verify(await written('bad.json', (text) => text.replace('тюльпаны, again', 'тюльпаны, never')));
  expect(output).toMatch(/DOES NOT MATCH: annotation 1 \([\w-]+\), https:\/\/t\.me\/Garden_Notes\/42, version 1 of its history/);
  expect(output).toMatch(/match: +1\n +do not match: +1/);
  expect(code).toBe(1);
});

test('an annotation that cannot be read is named, and nothing of it reaches the terminal as more than text', async () => {
  const { code, output } = await verify(await written('odd.json', (text) => text.replace('"target":{', '"target":{"\\u001b[31m":"\\ud800",')));
  expect(output).toContain('UNREADABLE: annotation 1: half-character target.?[31m');
  expect(output).not.toContain('\u001b[31m');
  expect(code).toBe(1);
});

test.for<[string, () => Promise<string>, RegExp]>([
  ['a file that is not there', async () => join(folder, 'none.json'), /none\.json cannot be read: ENOENT/],
  ['a folder', async () => folder, /cannot be read: it is a folder/],
  ['another JSON file', async () => join(root, 'package.json'), /package\.json is no export of Postil/],
  ['a picture', async () => join(root, 'public/icons/48.png'), /48\.png is not text in UTF-8/],
  ['half a file', () => written('half.json', (text) => text.slice(0, 900)), /half\.json ends before it is complete/],
])('%s is said in words', async ([, file, words]) => {
  const { code, output } = await verify(await file());
  expect(output).toMatch(words);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(2);
});

test('without a file it says how it is used', async () => {
  expect(await verify()).toMatchObject({ code: 2, output: expect.stringContaining('npm run verify FILE') });
});
