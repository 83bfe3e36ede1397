/** Numbers and times as each language writes them. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Language } from '../../../src/model/options.ts';
import { count, day, enumeration, month, plural, year } from '../../../src/ui/words.ts';
import { speak } from '../../../src/webext/language.ts';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: () => '' } } }));
afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('postil words'));
});

const forms: [Language, ...string[]][] = [
  ['en', '0 annotations', '1 annotation', '3 annotations', '11 annotations', '21 annotations'],
  ['ru', '0 заметок', '1 заметка', '3 заметки', '11 заметок', '21 заметка'],
  ['uk', '0 нотаток', '1 нотатка', '3 нотатки', '11 нотаток', '21 нотатка'],
  ['fa', '۰ حاشیه', '۱ حاشیه', '۳ حاشیه', '۱۱ حاشیه', '۲۱ حاشیه'],
];

test.each(forms)('%s counts in the right forms', async (language, ...expected) => {
  await speak(language);
  expect([0, 1, 3, 11, 21].map((amount) => plural('annotationCount', amount))).toEqual(expected);
});

test('in Persian a day is of its own calendar, and a month or year that the search can ask for of that of the search', async () => {
  await speak('fa');
  const time = new Date(2026, 2, 9).getTime();
  expect(day(time)).toBe('۱۸ اسفند ۱۴۰۴');
  expect([month(time), year(time)]).toEqual(['مارس ۲۰۲۶', '۲۰۲۶']);
  expect(count(1234)).toBe('۱٬۲۳۴');
  expect(enumeration(['a', 'b'])).toBe('a و b');
});
