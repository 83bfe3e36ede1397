/** One manifest, two dialects: each package has what its browser knows, and nothing of the other's. */
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

interface Manifest {
  permissions: string[];
  options_ui: object;
  side_panel?: { default_path: string };
  sidebar_action?: { default_panel: string; default_icon: Record<string, string>; open_at_install: boolean };
}

async function manifestOf(browser: string): Promise<Manifest> {
  return JSON.parse(await readFile(resolve(root, 'dist', browser, 'manifest.json'), 'utf8')) as Manifest;
}

test("the browser's own button for options leads to the settings, in a tab", async () => {
  for (const browser of ['chrome', 'firefox']) {
    expect((await manifestOf(browser)).options_ui, browser).toEqual({ page: 'library.html#settings', open_in_tab: true });
  }
});

test('the library opens beside the page: in the side panel of one, in the sidebar of the other, which does not open by itself', async () => {
  const [chrome, firefox] = await Promise.all([manifestOf('chrome'), manifestOf('firefox')]);
  expect(chrome.side_panel).toEqual({ default_path: 'library.html' });
  expect(chrome.permissions).toEqual(['contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage']);
  expect(chrome.sidebar_action).toBeUndefined();
  expect(firefox.side_panel).toBeUndefined();
  expect(firefox.permissions).toEqual(['contextMenus', 'scripting', 'storage', 'unlimitedStorage']);
  expect(firefox.sidebar_action).toMatchObject({ default_panel: 'library.html', open_at_install: false });
  await Promise.all(['library.html', ...Object.values(firefox.sidebar_action?.default_icon ?? {})].flatMap((file) => (
    ['chrome', 'firefox'].map((browser) => access(join(root, 'dist', browser, file)))
  )));
});

test('the version stands in package.json alone: manifests, lock file and changelog agree with it', async () => {
  const json = async (path: string) => JSON.parse(await readFile(resolve(root, path), 'utf8')) as { version?: string; packages?: Record<string, { version?: string }> };
  const { version = '' } = await json('package.json');
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect((await json('manifest.json')).version).toBeUndefined();
  for (const browser of ['chrome', 'firefox']) expect((await json(`dist/${browser}/manifest.json`)).version, browser).toBe(version);
  const lock = await json('package-lock.json');
  expect([lock.version, lock.packages?.['']?.version]).toEqual([version, version]);
  const [newest] = (await readFile(resolve(root, 'CHANGELOG.md'), 'utf8')).match(/(?<=^## )\S+/m) ?? [];
  expect(newest).toBe(version);
});
