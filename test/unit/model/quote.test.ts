import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Target } from '../../../src/model/annotation.ts';
import { agrees, quoteOf } from '../../../src/model/quote.ts';
import { anyText } from '../arbitraries.ts';

describe('a quote', () => {
  it('has what stands around it', () => {
    const text = `${'a'.repeat(40)} tulips ${'b'.repeat(40)}`;
    expect(quoteOf(text, 41, 47)).toEqual({
      kind: 'quote', exact: 'tulips', prefix: `${'a'.repeat(31)} `, suffix: ` ${'b'.repeat(31)}`, start: 41, end: 47,
    });
    expect(quoteOf('tulips', 0, 6)).toEqual({ kind: 'quote', exact: 'tulips', prefix: '', suffix: '', start: 0, end: 6 });
  });

  it.each([
    ['without white space around it', 'a \n tulips\u00a0 b', 1, 12, 'tulips'],
    ['with both halves of a pair', 'a🌷b', 2, 4, '🌷b'],
    ['with all that is one character', 'a👩‍🚀b', 3, 4, '👩‍🚀'],
    ['with its accents', 'xe\u0323\u0301y', 0, 2, 'xe\u0323\u0301'],
  ])('%s', (_, text, start, end, exact) => {
    expect(quoteOf(text, start, end)?.exact).toBe(exact);
  });

  it.each([
    ['white space', ' \n ', 0, 3], ['nothing', 'tulips', 3, 3], ['what is not there', 'tulips', 10, 12], ['too much', 'a'.repeat(10_001), 0, 10_001],
  ])('is not made of %s', (_, text, start, end) => {
    expect(quoteOf(text, start, end)).toBeUndefined();
  });

  it('is a target, as it is, and stands where it says, whatever the text', () => {
    fc.assert(fc.property(anyText.map((text) => text.repeat(5)), fc.nat(120), fc.nat(120), (text, a, b) => {
      const quote = quoteOf(text, Math.min(a, b), Math.max(a, b));
      if (quote === undefined) return;
      expect(v.parse(Target, quote)).toEqual(quote);
      expect(agrees(quote, text)).toBe(true);
      expect(agrees({ ...quote, exact: `${quote.exact}!` }, text)).toBe(false);
      expect(`${quote.prefix}${quote.exact}${quote.suffix}`.isWellFormed()).toBe(true);
      expect(text.toWellFormed()).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
    }));
  });
});

it.each([
  ['no words', { exact: '' }], ['an end before its start', { start: 5, end: 4 }], ['an end at its start', { start: 5, end: 5 }],
  ['a place before the text', { start: -1 }], ['half a place', { start: 0.5 }], ['no number', { end: Infinity }], ['too many words', { exact: 'a'.repeat(100_001) }],
])('a target with %s is none', (_, wrong) => {
  const quote = { kind: 'quote', exact: 'tulips', prefix: '', suffix: '', start: 0, end: 6 };
  expect(v.is(Target, quote)).toBe(true);
  expect(v.is(Target, { ...quote, ...wrong })).toBe(false);
});
