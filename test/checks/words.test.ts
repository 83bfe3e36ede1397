/** The words on screen: no key missing, none unused, no placeholder lost. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

const locales = resolve(root, 'public/_locales');
type Messages = Record<string, { message: string }>;

async function messages(locale: string): Promise<Messages> {
  return JSON.parse(await readFile(join(locales, locale, 'messages.json'), 'utf8')) as Messages;
}

function placeholders(message: string): string[] {
  return (message.match(/\$\d/g) ?? []).toSorted();
}

test('every language has the same keys with the same placeholders', async () => {
  const english = await messages('en');
  for (const locale of await readdir(locales)) {
    const other = await messages(locale);
    expect(Object.keys(other).toSorted(), locale).toEqual(Object.keys(english).toSorted());
    for (const [key, { message }] of Object.entries(other)) {
      expect(placeholders(message), `${locale} ${key}`).toEqual(placeholders(english[key]?.message ?? ''));
      expect(message.trim(), `${locale} ${key}`).not.toBe('');
    }
  }
});

test('every message is used', async () => {
  const sources = (await readdir(resolve(root, 'src'), { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all([...sources.map((name) => join('src', name)), 'manifest.json'].map((name) => readFile(resolve(root, name), 'utf8')));
  const code = texts.join('\n');
  const unused = Object.keys(await messages('en')).filter((key) => !code.includes(key.replace(/_(one|few|many|other)$/, '')));
  expect(unused).toEqual([]);
});
