import { expect, it } from 'vitest';
import { channelUrl } from '../../../src/model/channel-url.ts';

it.each([
  'garden_notes', '@garden_notes', ' garden_notes ', 't.me/garden_notes', 'https://t.me/garden_notes', 'http://www.t.me/s/garden_notes/', 'telegram.me/garden_notes/42',
  'https://telegram.dog/s/garden_notes?before=9',
])('%s names a channel', (typed) => {
  expect(channelUrl(typed)).toBe('https://t.me/s/garden_notes');
});

it.each([
  '', '@', 'abc', 'garden notes', 'сад_сад', 't.me/+AbCdEf12', 't.me/joinchat/AbCd', 't.me/c/123/4', 't.me/share/url?url=x', 'https://example.org/garden_notes',
  'https://t.me.example.org/garden_notes', 'javascript:alert(1)', `x${'x'.repeat(32)}`, '@garden_notes/../../x y\nz',
])('%j names none', (typed) => {
  expect(channelUrl(typed)).toBeUndefined();
});
