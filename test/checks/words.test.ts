/** The words on screen: no key missing, none unused, no placeholder lost, a form for every number, and none but in `_locales`. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../src/model/options.ts';
import { root } from './run.ts';
import { wordsIn } from './visible-words.ts';

const locales = resolve(root, 'public/_locales');
type Messages = Record<string, { message: string }>;

const spoken = new Map(await Promise.all((await readdir(locales)).map(async (locale) => (
  [locale, JSON.parse(await readFile(join(locales, locale, 'messages.json'), 'utf8')) as Messages] as const
))));
const english = spoken.get('en') ?? {};

const sources = new Map(await Promise.all((await readdir(resolve(root, 'src'), { recursive: true }))
  .filter((name) => /\.(tsx?|html)$/.test(name)).map(async (name) => [name, await readFile(resolve(root, 'src', name), 'utf8')] as const)));

const pluralForm = /_(one|few|many|other)$/;

function placeholders(text: string): string[] {
  return (text.match(/\$\d/g) ?? []).toSorted();
}

/** By what most of its letters do: https://www.unicode.org/reports/tr35/tr35-general.html#Layout_Elements */
function directionOf(locale: string): string {
  return /Arab|Hebr/.test(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Whether a form of a language is that of one number only, which then need not be said. */
function isOfOneNumber(locale: string, form: string): boolean {
  const rules = new Intl.PluralRules(locale);
  return Array.from({ length: 200 }, (_, number) => rules.select(number)).filter((each) => each === form).length === 1;
}

test('there is a file for each language that can be chosen, and no other', () => {
  expect([...spoken.keys()].toSorted()).toEqual(languages.toSorted());
  for (const [locale, messages] of spoken) {
    expect(messages['locale']?.message).toBe(locale);
    expect(messages['direction']?.message).toBe(directionOf(locale));
  }
});

test.each([...spoken])('%s has the same keys with the same placeholders', (locale, messages) => {
  expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const [key, { message }] of Object.entries(messages)) {
    const [, form] = pluralForm.exec(key) ?? [];
    const whole = placeholders(english[key.replace(pluralForm, '_other')]?.message ?? english[key]?.message ?? '');
    const unsaid = form !== undefined && isOfOneNumber(locale, form) && !placeholders(message).includes('$1');
    expect(placeholders(message), key).toEqual(unsaid ? whole.filter((each) => each !== '$1') : whole);
    expect(message, key).toBe(message.trim());
    expect(message, key).not.toBe('');
    // Isolates that are opened and not closed would turn what follows.
    expect(message.split('\u2068').length, key).toBe(message.split('\u2069').length);
  }
});

test.each([...spoken])('%s has every plural form that the language needs', (locale, messages) => {
  const stems = new Set(Object.keys(messages).filter((key) => pluralForm.test(key)).map((key) => key.replace(pluralForm, '')));
  expect(stems.size).toBeGreaterThan(0);
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const missing = [...stems].flatMap((stem) => pluralCategories.map((form) => `${stem}_${form}`)).filter((key) => !(key in messages));
  expect(missing).toEqual([]);
});

test('every message is used', async () => {
  const code = [...sources.values(), await readFile(resolve(root, 'manifest.json'), 'utf8')].join('\n');
  const unused = Object.keys(english).filter((key) => {
    const name = key.replace(pluralForm, '');
    return !new RegExp(`['"]${name}['"]|__MSG_${name}__|\\b${name} as `).test(code);
  });
  expect(unused).toEqual([]);
});

/** What Postil is called, an address, and what is typed into the search as it stands. */
const untranslated = new Set(['Postil', 't.me/s/telegram', 't.me/telegram', 'Alt', 'SHA-256']);

test('no word on screen stands in the code', () => {
  const found = [...sources].flatMap(([name, text]) => (
    // A key is no word.
    wordsIn(name, text).filter((words) => !untranslated.has(words) && !(words in english)).map((words) => `${name}: ${words}`)
  ));
  expect(found).toEqual([]);
});

test('words in the code would be found', () => {
  const code = 'const a = <p title="Now">Hello {x} <b aria-label={`So ${x}`}>{y ? "yes" : z}</b></p>; setError("Gone");';
  expect(wordsIn('a.tsx', code).toSorted()).toEqual(['Gone', 'Hello', 'Now', 'So', 'yes']);
  expect(wordsIn('a.html', '<title>Page</title><button aria-label="Press">+</button>')).toEqual(['Page', 'Press']);
});
