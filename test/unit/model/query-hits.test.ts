import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplitter, placedWords, words } from '../../../src/model/words.ts';
import { hits } from '../../../src/model/query-hits.ts';
import { parseText } from '../../../src/model/query.ts';
import { anyText } from '../arbitraries.ts';

const marked = (query: string, text: string): string[] => hits(text, parseText(query).terms).map(([start, end]) => text.slice(start, end));

describe('what is marked', () => {
  it.each([
    ['тюль', 'Тюльпаны, тюльпаны и ёлки', ['Тюльпаны', 'тюльпаны']],
    ['елк', 'Тюльпаны и ёлки', ['ёлки']],
    ['"low tide"', 'tide at low tide, low', ['low tide']],
    ['garden/spr', 'Garden/spring and garden', ['Garden/spring']],
    ["п'ять", 'рівно пʼять', ['пʼять']],
    ['میر', 'او می‌روم گفت', ['می‌روم']],
    ['見', '花見の季節', ['見']],
    ['見の', '花見の季節', ['見の']],
    ['1403', 'سال ۱۴۰۳', ['۱۴۰۳']],
    ['ss', 'Größe, ßen', ['ßen']],
    ['low tide low', 'low tide', ['low', 'tide']],
    ['"low tide" tide', 'low tide', ['low tide']],
    ['-low tide tag:low', 'low tide', ['tide']],
    ['', 'low tide', []],
    ['low', '', []],
  ])('for %j in %j', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  it('is in order and apart', () => {
    fc.assert(fc.property(anyText, anyText, (query, text) => {
      const stretches = hits(text, parseText(query).terms);
      expect(stretches.flat()).toEqual(stretches.flat().toSorted((a, b) => a - b));
    }));
  });
});

it('the words of a text, those with places and those of a quick splitter are the same', () => {
  const split = createSplitter();
  const text = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('a', 'Z', 'Й', 'й', '.', '«', '»,', '(', "'", 'п', 'ё', '花', ' ', '\u200c', '\u0640', '1', '٢', '/', 'ﬁ', 'и', '\u0306') }));
  fc.assert(fc.property(text, (each) => {
    expect(placedWords(each).map(({ word }) => word)).toEqual(words(each));
    expect(split(each)).toEqual(words(each));
  }), { numRuns: 1_000 });
});
