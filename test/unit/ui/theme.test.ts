// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { wearNotedTheme, wearTheme } from '../../../src/ui/theme.ts';

const worn = () => document.documentElement.dataset['theme'];

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

it('what was noted is worn by the next page, and by one that is open when another notes it', () => {
  wearTheme('dark');
  expect(worn()).toBe('dark');
  delete document.documentElement.dataset['theme'];
  wearNotedTheme();
  expect(worn()).toBe('dark');
  localStorage.setItem('theme', 'light');
  window.dispatchEvent(new StorageEvent('storage', { key: 'theme' }));
  expect(worn()).toBe('light');
});

it('where nothing was noted, it is the browser’s', () => {
  wearNotedTheme();
  expect(worn()).toBe('');
});
