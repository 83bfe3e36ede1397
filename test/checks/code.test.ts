/** Types, lint and layering. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from './run.ts';

test('the types are right', async () => {
  const { code, output } = await run('tsc', ['--project', root]);
  expect(output).not.toMatch(/error TS/);
  expect(code).toBe(0);
});

test('the linter finds nothing', async () => {
  const { code, output } = await run('oxlint', ['--format', 'unix']);
  expect(code, output).toBe(0);
});

/** One arrow of each kind that src/README.md forbids. */
const forbidden: [file: string, code: string][] = [
  ['src/model/bad.ts', "import { find } from '../store/find.ts';"],
  ['src/content/bad.ts', "import { find } from '../store/find.ts';"],
  ['src/content/bad.ts', "import { h } from 'preact';"],
  ['src/editor/bad.ts', "import { find } from '../store/find.ts';"],
  ['src/popup/bad.ts', "import { Library } from '../library/library.tsx';"],
  ['src/welcome/bad.ts', "import { call } from '../messages/client.ts';"],
  ['src/ui/bad.ts', "import { Dexie } from 'dexie';"],
  ['src/background/bad.ts', "import browser from 'webextension-polyfill';"],
  ['src/formats/bad.ts', "import { call } from '../ui/worker.ts';"],
];

test.for(forbidden)('the linter refuses in %s: %s', async ([file, code]) => {
  const folder = await mkdtemp(join(tmpdir(), 'postil-layers-'));
  try {
    await cp(resolve(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
    const { output } = await run('oxlint', ['--format', 'unix'], { cwd: folder });
    expect(output).toContain('no-restricted-imports');
  } finally {
    await rm(folder, { recursive: true });
  }
});
