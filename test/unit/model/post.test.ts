import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Post, PostKey, Sighting } from '../../../src/model/post.ts';
import { anyPost, anySighting } from '../arbitraries.ts';
import { aPost, aSighting } from '../builders.ts';

const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

/** Only halves of characters are mended. */
function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part)) as T;
}

describe('a post from a page', () => {
  it('is taken as it is, with whatever the page told of it', () => {
    fc.assert(fc.property(anyPost, (post) => { expect(v.parse(Post, post)).toEqual(wellFormed(post)); }));
    fc.assert(fc.property(anySighting, (seen) => { expect(v.parse(Sighting, seen)).toEqual(wellFormed(seen)); }));
  });

  it('loses what is no part of a post', () => {
    expect(v.parse(Post, { ...aPost(), id: 'mine', rev: 7 })).toStrictEqual(aPost());
  });

  it.each([
    ['a handle that is a path', { handle: 'a/../b' }],
    ['a handle in another script', { handle: 'сад' }],
    ['no handle', { handle: '' }],
    ['the post 0', { postId: 0 }],
    ['half a post', { postId: 1.5 }],
    ['a post beyond all numbers', { postId: 2 ** 53 }],
    ['a negative channel', { telegramId: -5 }],
    ['absence written out', { text: undefined }],
    ['a text beyond all measure', { text: 'a'.repeat(100_001) }],
    ['a kind that we do not know', { kinds: ['hologram'] }],
    ['a time that no calendar can write', { publishedAt: 8.65e15 }],
    ['a time with a year of five digits', { publishedAt: 253_402_300_800_000 }],
    ['a time before all time', { publishedAt: -1e15 }],
    ['an endless video', { media: [{ kind: 'video', duration: Infinity }] }],
    ['a picture without end', { media: [{ kind: 'photo', width: Infinity }] }],
    ['a picture that is no number', { media: [{ kind: 'photo', height: Number.NaN }] }],
    ['a formatting that begins before the text', { entities: [{ type: 'bold', start: -1, end: 2 }] }],
  ])('is refused with %s', (_, changes) => {
    expect(accepts(Post, { ...aPost(), ...changes })).toBe(false);
  });

  it.each([
    ['a clock that no calendar can write', { serverTime: 8.65e15 }],
    ['a page of no known type', { page: 'billboard' }],
    ['no address', { url: undefined }],
    ['an address that is none', { url: 'nowhere' }],
  ])('is not said to be seen with %s', (_, changes) => {
    expect(accepts(Sighting, { ...aSighting(), ...changes })).toBe(false);
  });
});

it('a post is named by handle and number, and by its channel\'s number when that is known', () => {
  expect(v.parse(PostKey, aPost())).toStrictEqual({ handle: 'garden_notes', postId: 42 });
  expect(v.parse(PostKey, aPost({ telegramId: 5 }))).toStrictEqual({ handle: 'garden_notes', postId: 42, telegramId: 5 });
});
