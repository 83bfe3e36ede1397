/** The built packages: sizes, reproducibility, and what the stores' linter says. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root, run } from './run.ts';

const chrome = resolve(root, 'dist/chrome');

/** All scripts that load with one: itself and what it imports, however deep. */
async function withImports(name: string, found = new Map<string, Buffer>()): Promise<Map<string, Buffer>> {
  if (found.has(name)) return found;
  const file = await readFile(join(chrome, name));
  found.set(name, file);
  for (const [, path] of file.toString().matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    if (path !== undefined) await withImports(join(name, '..', path), found);
  }
  return found;
}

async function gzippedSize(name: string): Promise<number> {
  const files = await withImports(name);
  return [...files.values()].reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

/** In bytes; the reasons stand in the README under "Development". */
const budgets: [script: string, bytes: number][] = [
  ['content.js', 12_000],
  ['reader.js', 12_000],
  ['keys.js', 2_000],
  ['editor.js', 20_000],
  ['background.js', 60_000],
  ['popup.js', 70_000],
];

test.for(budgets)('%s with all that it imports is at most %i bytes gzipped', async ([script, bytes]) => {
  const size = await gzippedSize(script);
  console.log(`${script}: ${size} of ${bytes} bytes`);
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThanOrEqual(bytes);
});

test.for(['content.js', 'reader.js', 'keys.js'])('%s is one classic file', async (script) => {
  expect([...(await withImports(script)).keys()]).toEqual([script]);
});

test('two builds of the same source are the same packages, byte by byte', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'postil-build-'));
  try {
    const { code, output } = await run('vite', ['build'], { env: { POSTIL_DIST: elsewhere, TZ: 'Pacific/Chatham', NODE_ENV: 'production' } });
    expect(code, output).toBe(0);
    for (const name of ['postil-chrome.zip', 'postil-firefox.zip']) {
      const [here, there] = await Promise.all([readFile(resolve(root, 'dist', name)), readFile(join(elsewhere, name))]);
      expect(here.equals(there), name).toBe(true);
    }
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});

test('no file tells where it was built', async () => {
  const names = (await readdir(chrome, { recursive: true })).filter((name) => /\.(js|css|html|json)$/.test(name));
  expect(names).toContain('editor.js');
  const files = await Promise.all(names.map((name) => readFile(join(chrome, name), 'utf8')));
  expect(names.filter((_, i) => files[i]?.includes(root))).toEqual([]);
});

test("Mozilla's linter finds no error, nothing to warn of and nothing to note", async () => {
  const { output } = await run('web-ext', ['lint', '--source-dir', resolve(root, 'dist/firefox'), '--output', 'json']);
  const report = JSON.parse(output.slice(output.indexOf('{'))) as { summary: unknown; errors: unknown; warnings: unknown; notices: unknown };
  expect(report).toMatchObject({ errors: [], warnings: [], notices: [], summary: { errors: 0, warnings: 0, notices: 0 } });
});
