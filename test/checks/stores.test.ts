/** What the stores are told: within their limits, and true of the packages. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './run.ts';

const folder = resolve(root, '.store');
const locales = resolve(root, 'public/_locales');
const read = (path: string) => readFile(path, 'utf8');

/** The text under each heading of a level: '#' for the highest. */
function parts(text: string, level: string): Map<string, string> {
  const [, ...sections] = text.split(new RegExp(`^${level} `, 'm'));
  return new Map(sections.map((section) => {
    const [title = '', ...lines] = section.split('\n');
    return [title.replaceAll('`', '').trim(), lines.join('\n').trim()];
  }));
}

/** In characters. https://developer.chrome.com/docs/webstore/cws-dashboard-listing, https://extensionworkshop.com/documentation/publish/ */
const limits = { Name: 45, Summary: 132, Description: 15_000 };

describe.each(await readdir(locales))('in %s', (language) => {
  test('name, summary and description are there, and no longer than the stores take them', async () => {
    const told = parts(await read(join(folder, `${language}.md`)), '##');
    expect([...told.keys()]).toEqual(Object.keys(limits));
    for (const [part, limit] of Object.entries(limits)) {
      expect(told.get(part), part).not.toBe('');
      expect([...told.get(part) ?? ''].length, part).toBeLessThanOrEqual(limit);
    }
  });

  test('name and summary are those of the package', async () => {
    const told = parts(await read(join(folder, `${language}.md`)), '##');
    const messages = JSON.parse(await read(join(locales, language, 'messages.json'))) as Record<string, { message: string }>;
    expect(told.get('Name')).toBe(messages['extensionName']?.message);
    expect(told.get('Summary')).toBe(messages['extensionDescription']?.message);
  });
});

test('each permission, and each host, is justified, and none that is not asked for', async () => {
  const manifest = JSON.parse(await read(resolve(root, 'manifest.json'))) as Record<'permissions' | 'optional_permissions' | 'host_permissions', string[]>;
  const asked = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions];
  const justified = parts(parts(await read(join(folder, 'privacy.md')), '##').get('Permissions') ?? '', '###');
  expect([...justified.keys()].toSorted()).toEqual(asked.toSorted());
  // Chrome's form takes no more.
  for (const [permission, why] of justified) {
    expect(why, permission).toMatch(/\w{3}/);
    expect(why.length, permission).toBeLessThanOrEqual(1_000);
  }
});
