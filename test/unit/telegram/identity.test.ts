// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPostKey, readServerTime } from '../../../src/telegram/identity.ts';
import { dataView, postOf } from './markup.ts';

/** Only the element's start tag has been parsed. */
function bare(attributes: Record<string, string>): Element {
  const post = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) post.setAttribute(name, value);
  return post;
}

describe('key', () => {
  test('from attributes alone', () => {
    const post = bare({ 'data-post': 'Garden_Notes/42', 'data-view': dataView({ c: -1234567890, p: '42g', t: 1_700_000_000, h: 'ab' }) });
    expect(readPostKey(post)).toEqual({ handle: 'Garden_Notes', postId: 42, telegramId: 1_234_567_890 });
    expect(readServerTime(post)).toBe(1_700_000_000_000);
  });

  test('without data-view, which the page takes away', () => {
    expect(readPostKey(bare({ 'data-post': 'garden_notes/42' }))).toStrictEqual({ handle: 'garden_notes', postId: 42 });
    expect(readServerTime(bare({ 'data-post': 'garden_notes/42' }))).toBeUndefined();
  });

  test('the number from data-peer, but data-view knows better', () => {
    const peer = { 'data-post': 'a/1', 'data-peer': 'c77_-123456' };
    expect(readPostKey(bare(peer))?.telegramId).toBe(77);
    expect(readPostKey(bare({ ...peer, 'data-view': dataView({ c: -78 }) }))?.telegramId).toBe(78);
  });

  test('a handle may be __proto__', () => {
    expect(readPostKey(bare({ 'data-post': '__proto__/1' }))).toEqual({ handle: '__proto__', postId: 1 });
  });

  test.each([
    '', '/', 'a', 'a/', '/1', 'a/0', 'a/-1', 'a/1.5', 'a/1e3', 'a/0x1', 'a/01', 'a/1/2', 'a/1?single', ' a/1', 'a/1\n', 'a b/1', 'сад/1',
    'x/99999999999999999999', 'x/9007199254740992', `${'x'.repeat(65)}/1`,
  ])('no key from %j, not even from the date', (name) => {
    const post = postOf({ name: null });
    expect(readPostKey(post)).toBeDefined();
    post.setAttribute('data-post', name);
    expect(readPostKey(post)).toBeUndefined();
  });

  test.each([
    '', '%', 'e30', 'bnVsbA', 'test-view-1', 'MQ', 'W10', dataView({ c: 'x', t: 'x' }), dataView({ c: 5, t: -5 }), dataView({ c: -1.5, t: 1e300 }),
    dataView({ c: { valueOf: 1 }, t: [] }), dataView('text'),
  ])('nothing from data-view %j', (view) => {
    const post = bare({ 'data-post': 'a/1', 'data-view': view, 'data-peer': 'u5_1' });
    expect(readPostKey(post)).toStrictEqual({ handle: 'a', postId: 1 });
    expect(readServerTime(post)).toBeUndefined();
  });
});

describe('key of an embed without data-post', () => {
  const dated = (href: string): Element => {
    const post = postOf({ name: null });
    post.querySelector('.tgme_widget_message_date')?.setAttribute('href', href);
    return post;
  };

  test.each(['https://t.me/bagh/9', 'http://telegram.me/bagh/9', 'https://telegram.dog/bagh/9', 'https://t.me/bagh/9?single', 'https://t.me/s/bagh/9', 'https://t.me/bagh/9?single&t=30'])('%s', (href) => {
    expect(readPostKey(dated(href))).toEqual({ handle: 'bagh', postId: 9 });
  });

  test.each(['', '//', 'https://t.me/bagh', 'https://t.me/bagh/9?comment=3', 'https://t.me/c/1234567/9', 'https://example.org/bagh/9', 'https://t.me:/%/%', 'javascript:alert(1)', '/bagh/9'])(
    'none from %j',
    (href) => {
      expect(readPostKey(dated(href))).toBeUndefined();
    },
  );
});
