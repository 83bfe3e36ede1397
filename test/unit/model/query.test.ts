import { describe, expect, it } from 'vitest';
import { textMatcher } from '../../../src/model/query.ts';

const fields = ['Тюльпаны и Ёлки в саду', 'Garden/spring', 'می‌روم به باغ', '花見 の 季節', 'Ο Λόγος', 'Größe'];

describe('a search', () => {
  it.each([
    'тюль', 'ТЮЛЬПАНЫ', 'елки', 'ёлк', 'gard', 'spring', 'باغ', 'میر', 'می‌روم', '花', 'λογοσ', 'ΛΟΓΟΣ', 'grosse', 'groß',
    'spring тюль', 'gard باغ 花', '"garden"', '#garden', 'garden/spring', '  garden  ',
  ])('for %j finds what has all its words, of any field, by their beginnings', (text) => {
    expect(textMatcher(text)(fields)).toBe(true);
  });

  it.each(['ульпаны', 'тюль роза', 'arden', 'gardener', 'يروم', 'йгр', 'gardenspring'])('for %j finds nothing', (text) => {
    expect(textMatcher(text)(fields)).toBe(false);
  });

  it.each(['', '   ', '—', '🌷'])('for %j, which has no word, finds everything', (text) => {
    expect(textMatcher(text)(fields)).toBe(true);
    expect(textMatcher(text)([])).toBe(true);
  });

  it('finds no word in nothing', () => {
    expect(textMatcher('a')([])).toBe(false);
    expect(textMatcher('a')([''])).toBe(false);
  });
});
