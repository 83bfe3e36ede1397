import { expect, it } from 'vitest';
import { safeLink } from '../../../src/library/links.ts';

it.each(['https://example.org/a?b', 'http://example.org', 'tg://resolve?domain=x'])('%s may be a link', (url) => {
  expect(safeLink(url)).toBe(url);
});

it.each([undefined, '', 'example.org', 'javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'blob:https://x/y'])('%s may not', (url) => {
  expect(safeLink(url)).toBeUndefined();
});
