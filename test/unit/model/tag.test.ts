import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TagName, maxTagLength, normaliseTagName, tagKey, uniteTags } from '../../../src/model/tag.ts';
import { anyText } from '../arbitraries.ts';

const accepts = (name: string): boolean => v.safeParse(TagName, name).success;

describe('a tag name', () => {
  it.each([
    ['  to   read ', 'to read'],
    ['one\ttwo\nthree\u00a0four', 'one two three four'],
    ['e\u0301t\u00e9', '\u00e9t\u00e9'],
    ['Сад/весна', 'Сад/весна'],
    ['می\u200cخوانم', 'می\u200cخوانم'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
  ])('%j is stored as %j', (typed, name) => {
    expect(v.parse(TagName, typed)).toBe(name);
  });

  it.each(['花', 'حديقة', 'кот', '🌷', '#1', 'a/b/c', '0', '-'])('may be %s', (name) => {
    expect(v.parse(TagName, name)).toBe(name);
  });

  it.each(['', ' ', '\n\t\u3000'])('may not be empty: %j', (name) => {
    expect(accepts(name)).toBe(false);
  });

  it('has at most 64 characters, of which each may take two units', () => {
    expect(accepts('🌷'.repeat(maxTagLength))).toBe(true);
    expect(accepts('🌷'.repeat(maxTagLength + 1))).toBe(false);
    expect(accepts('a'.repeat(64))).toBe(true);
    expect(accepts('a'.repeat(65))).toBe(false);
  });

  it('is measured as it is stored', () => {
    expect(accepts(`  ${'e\u0301'.repeat(64)}  `)).toBe(true);
  });

  it('is stored the same when it is stored again', () => {
    fc.assert(fc.property(anyText, (typed) => (
      normaliseTagName(normaliseTagName(typed)) === normaliseTagName(typed)
    )));
  });
});

describe('one tag', () => {
  it.each([
    ['Garden', 'gARDEN'],
    ['Straße', 'STRASSE'],
    ['Straße', 'STRAẞE'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Ёлка', 'ёлка'],
    ['École', 'e\u0301cole'],
    ['to  read', ' To Read '],
    ['ﬁne', 'FINE'],
  ])('is %s and %s', (a, b) => {
    expect(tagKey(a)).toBe(tagKey(b));
  });

  it.each([
    ['Ёлка', 'Елка'],
    ['cafe', 'café'],
    ['a/b', 'ab'],
    ['ｇａｒｄｅｎ', 'garden'],
    ['sınır', 'sinir'],
    ['می‌خوانم', 'میخوانم'],
  ])('is not both %s and %s', (a, b) => {
    expect(tagKey(a)).not.toBe(tagKey(b));
  });

  it('has one key, which is its own key', () => {
    fc.assert(fc.property(anyText, (name) => tagKey(tagKey(name)) === tagKey(name)));
  });
});

describe('uniting tags', () => {
  it('keeps each once, in order, in its first spelling', () => {
    expect(uniteTags(['Кот', 'garden'], ['GARDEN', 'new'], ['кот', 'New', 'last'])).toEqual(['Кот', 'garden', 'new', 'last']);
  });

  it('of nothing is nothing', () => {
    expect(uniteTags()).toEqual([]);
    expect(uniteTags([], [])).toEqual([]);
  });
});
