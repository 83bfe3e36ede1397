/** One list of keys: what the README and the manifest say is what stands there, and no component has keys of its own. */
import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { browserKeys } from '../../src/model/browser-keys.ts';
import { type Shortcut, keyWords, shortcuts } from '../../src/model/shortcuts.ts';
import messages from '../../public/_locales/en/messages.json';
import { root } from './run.ts';

const places: Record<keyof typeof shortcuts, string> = {
  browser: messages.shortcutsBrowser.message,
  posts: messages.shortcutsPosts.message,
  form: messages.shortcutsForm.message,
  list: messages.shortcutsList.message,
  library: messages.shortcutsLibrary.message,
};

function rowOf(where: string, { keys, does }: Shortcut): string {
  const words = keys.map((each) => `\`${keyWords(each, false)}\``).join(' ') || messages.noKeys.message;
  return `| ${words} | ${where} | ${(messages as Record<string, { message: string }>)[does]?.message} |`;
}

test('the table of keys in the README is the list', async () => {
  const readme = await readFile(resolve(root, 'README.md'), 'utf8');
  const table = /^\| keys \| where \| what \|\n\|[-|]+\|\n((?:\|.*\|\n)+)/m.exec(readme)?.[1];
  const expected = Object.entries(shortcuts).flatMap(([place, each]) => (
    Object.values(each).map((shortcut) => rowOf(places[place as keyof typeof places], shortcut))
  ));
  expect(table?.trimEnd().split('\n')).toEqual(expected);
});

test('the manifest has the commands of the list, with the keys that it suggests, of which browsers take four at most', async () => {
  const { commands } = JSON.parse(await readFile(resolve(root, 'manifest.json'), 'utf8')) as {
    commands: Record<string, { suggested_key?: { default: string }; description?: string }>;
  };
  const listed = Object.values(browserKeys).map(({ command, keys }) => [command, keys[0]]);
  expect(Object.entries(commands).map(([name, { suggested_key: keys }]) => [name, keys?.default])).toEqual(listed);
  expect(Object.values(commands).filter((each) => each.suggested_key).length).toBeLessThanOrEqual(4);
  for (const { command, does } of Object.values(browserKeys)) {
    // That of opening the popup is the browser's own.
    if (command !== '_execute_action') expect(commands[command]?.description).toBe(`__MSG_${does}__`);
  }
});

test('no component has keys of its own', async () => {
  const names = (await readdir(resolve(root, 'src'), { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  // How a list of choices opens is the browser's doing, which it only follows.
  const files = names.filter((name) => name !== 'model/shortcuts.ts' && name !== 'ui/use-decided.ts');
  const texts = await Promise.all(files.map((name) => readFile(resolve(root, 'src', name), 'utf8')));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((_, i) => /\b(key|code) [!=]== '[A-Z ]/.test(texts[i] ?? ''))).toEqual([]);
});
