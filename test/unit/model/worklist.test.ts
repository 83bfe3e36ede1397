import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedPost, addressesIn, listedKey } from '../../../src/model/worklist.ts';

const post = { handle: 'garden_notes', postId: 42 };

describe('the address of a post', () => {
  it.each([
    'https://t.me/garden_notes/42', 'http://t.me/garden_notes/42', 't.me/garden_notes/42', 'HTTPS://T.ME/garden_notes/42',
    'https://telegram.me/garden_notes/42', 'telegram.dog/s/garden_notes/42', 'https://t.me/s/garden_notes/42', 't.me/garden_notes/42/',
    'https://www.t.me/garden_notes/42', 'https://garden_notes.t.me/42', 'https://t.me/garden_notes/42?single', 't.me/garden_notes/42?comment=7',
    't.me/garden_notes/42?single&comment=7#x', 'https://t.me/garden_notes/42?embed=1&mode=tme', 'tg://resolve?domain=garden_notes&post=42',
    'tg://resolve?post=42&domain=garden_notes&single', 'tg:resolve?domain=garden_notes&amp;post=42', 'tg://resolve?domain=garden_notes&post=42.',
    '(https://t.me/garden_notes/42)', '[here](https://t.me/garden_notes/42).', '"t.me/garden_notes/42"', '<a href="https://t.me/garden_notes/42">',
    'see t.me/garden_notes/42, please', 'см: t.me/garden_notes/42', '\u200bt.me/garden_notes/42', 'https://web.archive.org/web/2024/https://t.me/garden_notes/42',
  ])('is read in %s', (text) => {
    expect(addressesIn(text)).toEqual([post]);
  });

  it.each([
    '', 'garden_notes/42', '@garden_notes', 'me/garden_notes/42', 'xt.me/garden_notes/42', 'https://t.me.example.org/garden_notes/42',
    'https://example.org/garden_notes/42', 'not-t.me/garden_notes/42', 'mail@t.me/garden_notes/42', 'https://a.b.t.me/garden_notes/42', 'ftg://resolve?domain=a&post=1',
  ])('is not in %s', (text) => {
    expect(addressesIn(text)).toEqual([]);
  });

  it.each([
    ['https://t.me/c/1234567890/42', 'private'], ['tg://privatepost?channel=1234567890&post=42', 'private'],
    ['https://t.me/+AbCdEf-1', 'invite'], ['https://t.me/joinchat/AAAA', 'invite'], ['tg://join?invite=AAAA', 'invite'],
    ['https://t.me/garden_notes', 'channel'], ['t.me/s/garden_notes', 'channel'], ['t.me/s/garden_notes?q=tide', 'channel'],
    ['tg://resolve?domain=garden_notes', 'channel'], ['garden_notes.t.me/', 'channel'],
    ['https://t.me/garden_notes/7/42', 'other'], ['https://t.me/login/12345', 'other'], ['https://t.me/addstickers/Tulips', 'other'],
    ['https://t.me/garden_notes/042', 'other'], ['https://t.me/garden_notes/0', 'other'], ['https://t.me/garden_notes/42b', 'other'],
    ['https://t.me/', 'other'], ['t.me/garden_notes/99999999999999999', 'other'], ['https://evil.t.me/garden_notes/42', 'other'],
    ['tg://resolve?phone=1', 'other'], [`t.me/${'x'.repeat(65)}/1`, 'other'],
  ])('is not %s: %s', (text, reason) => {
    expect(addressesIn(text)).toEqual([reason]);
  });

  it('is read in whatever form it is printed in', () => {
    const forms: ((post: ListedPost) => string)[] = [
      ...['', 'http://', 'https://'].flatMap((scheme) => ['t.me', 'telegram.me', 'telegram.dog'].flatMap((host) => ['/', '/s/'].flatMap((path) => (
        ['', '?single', '?comment=12', '/'].map((rest) => ({ handle, postId }: ListedPost) => `${scheme}${host}${path}${handle}/${postId}${rest}`)
      )))),
      ({ handle, postId }) => `tg://resolve?domain=${handle}&post=${postId}`,
    ];
    // What stands in the place of a channel's name in other addresses is none.
    const handle = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{12,63}$/);
    const printed = fc.record({ handle, postId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), form: fc.constantFrom(...forms) });
    fc.assert(fc.property(fc.array(printed), fc.constantFrom('\n', ' ', ', ', '; ', '\t', ' — '), (all, between) => {
      const text = all.map(({ form, ...each }) => form(each)).join(between);
      expect(addressesIn(text)).toEqual(all.map(({ form: _, ...each }) => each));
    }));
  });

  it('is compared without regard to case', () => {
    expect(listedKey({ handle: 'Garden_Notes', postId: 42 })).toBe(listedKey(post));
  });
});

describe('ten million characters', () => {
  const much = (piece: string) => piece.repeat(10_000_000 / piece.length);
  const timeOf = (text: string) => {
    const begun = performance.now();
    addressesIn(text);
    return performance.now() - begun;
  };
  it.each(['a', 't.me/', 'https://', 'https://t.me/a/1/', 'a.', 'a.t.', 'tg:', 'tg://resolve?', 't.me/a/1 ', 'tg://resolve?domain=a&', '.t.me/%'])(
    'of %j take no longer than in proportion to a tenth of them', (piece) => {
      const text = much(piece);
      const tenth = timeOf(text.slice(0, text.length / 10));
      expect(timeOf(text)).toBeLessThan(40 * tenth + 1_000);
    },
  );
});
