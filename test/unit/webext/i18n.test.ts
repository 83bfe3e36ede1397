import { afterEach, expect, test, vi } from 'vitest';
import { direction, message } from '../../../src/webext/i18n.ts';
import { speak } from '../../../src/webext/language.ts';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: (key: string) => (key === 'locale' ? 'en' : key === 'direction' ? 'ltr' : `the browser’s ${key}`) } } }));
afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('postil words'));
});

test('the browser speaks until a language is chosen, and so when it is its own', async () => {
  await speak('');
  await speak('en');
  expect([message('save'), direction()]).toEqual(['the browser’s save', 'ltr']);
});

test('what was said before is said in the chosen language from then on', async () => {
  expect(message('save')).toBe('the browser’s save');
  await speak('fa');
  expect([message('save'), message('locale'), direction()]).toEqual(['ذخیره', 'fa', 'rtl']);
});

test('what is put into words stands as it is, whatever it holds', async () => {
  await speak('uk');
  expect(message('tagRenamed', '$2', '$1 $&')).toBe('«$2» тепер «$1 $&».');
  expect(message('tagRenamed', 'море')).toBe('«море» тепер «».');
});
