import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Body, Body as BodySchema, joinBodies, maxNoteLength, sameBody, targetKey } from '../../../src/model/annotation.ts';
import { uniteTags } from '../../../src/model/tag.ts';
import { anyTarget, anyText } from '../arbitraries.ts';

const body = (note: string, ...tags: string[]): Body => ({ tags, note });
const anyBody = fc.record({ tags: fc.array(fc.constantFrom('a', 'A', 'b', 'сад')).map((tags) => uniteTags(tags)), note: anyText });

describe('what a person typed', () => {
  it('is kept in NFC with plain line breaks and its own white space', () => {
    expect(v.parse(BodySchema, body(' e\u0301\r\n\rб\n ', '  to  read '))).toEqual(body(' é\n\nб\n ', 'to read'));
  });

  it('may be nothing', () => {
    expect(v.parse(BodySchema, body(''))).toEqual(body(''));
  });

  it('has each tag once', () => {
    expect(v.parse(BodySchema, body('', 'Garden', 'GARDEN', 'сад'))).toEqual(body('', 'Garden', 'сад'));
  });

  it.each([
    ['a tag without a name', body('', ' ')],
    ['a tag that is too long', body('', 'a'.repeat(65))],
    ['more than a hundred tags', body('', ...Array.from({ length: 101 }, (_, i) => `tag ${i}`))],
    ['a note that is too long', body('a'.repeat(maxNoteLength + 1))],
  ])('is refused with %s', (_, typed) => {
    expect(v.safeParse(BodySchema, typed).success).toBe(false);
  });
});

describe('the same text', () => {
  it('has the same note and the same tags in the same order', () => {
    expect(sameBody(body('n', 'a', 'b'), body('n', 'a', 'b'))).toBe(true);
    expect(sameBody(body('n', 'a', 'b'), body('N', 'a', 'b'))).toBe(false);
    expect(sameBody(body('n', 'a', 'b'), body('n', 'a'))).toBe(false);
    expect(sameBody(body('n', 'a'), body('n', 'a', 'b'))).toBe(false);
    expect(sameBody(body('n', 'a', 'b'), body('n', 'b', 'a'))).toBe(false);
  });
});

describe('joining two texts', () => {
  it('keeps both notes, mine first, and all tags', () => {
    expect(joinBodies(body('mine', 'a', 'b'), body('theirs', 'B', 'c'))).toEqual(body('mine\n\ntheirs', 'a', 'b', 'c'));
  });

  it.each([
    ['equal', 'same', 'same', 'same'],
    ['mine holds theirs', 'one two', 'one', 'one two'],
    ['theirs holds mine', 'one', 'one two', 'one two'],
    ['mine is empty', '', 'theirs', 'theirs'],
    ['theirs is empty', 'mine', '', 'mine'],
  ])('says nothing twice: %s', (_, mine, theirs, note) => {
    expect(joinBodies(body(mine), body(theirs)).note).toBe(note);
  });

  it('loses no word and, done again, adds none', () => {
    fc.assert(fc.property(anyBody, anyBody, (mine, theirs) => {
      const joined = joinBodies(mine, theirs);
      expect(joined.note).toContain(mine.note);
      expect(joined.note).toContain(theirs.note);
      expect(sameBody({ ...joined, tags: uniteTags(joined.tags, mine.tags, theirs.tags) }, joined)).toBe(true);
      expect(joinBodies(joined, theirs)).toEqual(joined);
    }));
  });
});

it('two targets of a post are one only when they are equal', () => {
  const key = ({ kind, start, end, exact }: Record<string, unknown>): string => JSON.stringify(kind === 'post' ? 'post' : [start, end, exact]);
  fc.assert(fc.property(anyTarget, anyTarget, (a, b) => (targetKey(a) === targetKey(b)) === (key({ ...a }) === key({ ...b }))));
});
