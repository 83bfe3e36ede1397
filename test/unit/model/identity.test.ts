import { describe, expect, it } from 'vitest';
import { canonicalUrl, isTelegramHost, readingUrl } from '../../../src/model/identity.ts';

const post = { handle: 'garden_notes', postId: 42 };

describe('addresses of a post', () => {
  it('has one name for good', () => {
    expect(canonicalUrl(post)).toBe('https://t.me/garden_notes/42');
  });

  it('is read among its neighbours, on the host that works', () => {
    expect(readingUrl(post)).toBe('https://t.me/s/garden_notes/42');
    expect(readingUrl(post, 'telegram.me')).toBe('https://telegram.me/s/garden_notes/42');
  });
});

describe('hosts', () => {
  it.each(['t.me', 'telegram.me', 'telegram.dog'])('%s is Telegram\'s', (host) => {
    expect(isTelegramHost(host)).toBe(true);
  });

  it.each(['', 'T.ME.example', 'xt.me', 'sub.t.me', 't.me:8443', 'telegram.org', 'constructor'])('%j is not', (host) => {
    expect(isTelegramHost(host)).toBe(false);
  });
});
