import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/model/fold.ts';
import { words } from '../../../src/model/words.ts';
import { anyText } from '../arbitraries.ts';

describe('folding', () => {
  it.each([
    ['case', 'ТЮЛЬПАН', 'тюльпан'],
    ['ё and е', 'ёлка', 'елка'],
    ['ё written as two characters', 'е\u0308лка', 'елка'],
    ['accents', 'Café', 'cafe'],
    ['a stress mark', 'за\u0301мок', 'замок'],
    ['Ukrainian ї and і with a mark', 'Їжак', 'іжак'],
    ['Greek tonos', 'Λόγος', 'λογος'],
    ['a final sigma and another one', 'λόγος', 'λογοσ'],
    ['ß and ss', 'Straße', 'STRASSE'],
    ['the kashida', 'بـــوستان', 'بوستان'],
    ['Arabic vowel signs', 'كِتَاب', 'كتاب'],
    ['a zero-width non-joiner', 'می\u200cروم', 'میروم'],
    ['a ligature', 'ﬁne', 'fine'],
    ['full-width letters', 'ＡＢＣ', 'abc'],
    ['a dotted capital İ', 'İstanbul', 'istanbul'],
    ['the Ukrainian apostrophe', 'п’ять', 'пять'],
    ['its other forms', "об'єкт", 'обʼєкт'],
    ['Arabic and Persian kaf and yeh', 'كتابي', 'کتابی'],
    ['teh marbuta and heh', 'مدرسة', 'مدرسه'],
    ['hamza', 'أحمد', 'احمد'],
    ['Arabic digits', '٢٠٢٦', '2026'],
    ['Persian digits', '۱۴۰۳', '1403'],
    ['Devanagari digits', '२०२६', '2026'],
  ])('makes no difference of %s', (_, a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps й a letter of its own, however it is written', () => {
    expect(fold('Йод')).toBe('йод');
    expect(fold('и\u0306од')).toBe('йод');
    expect(fold('йод')).not.toBe(fold('иод'));
  });

  it('keeps different letters apart', () => {
    expect(new Set(['с', 'c', 's', 'ш', 'щ', 'ь', 'ъ', 'ک', 'ق'].map(fold)).size).toBe(9);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });
});

describe('words', () => {
  it.each([
    ['Утро, ёлка и 2-й день!', ['утро', 'елка', 'и', '2', 'й', 'день']],
    ['می‌روم به باغ', ['میروم', 'به', 'باغ']],
    ['花見 spring/весна #tag_one', ['花', '見', 'spring', 'весна', 'tag', 'one']],
    ["don't", ['don', 't']],
    ['カタカナ2ราคา', ['カ', 'タ', 'カ', 'ナ', '2', 'ร', 'า', 'ค', 'า']],
    ['한국어 हिन्दी', ['한국어'.normalize('NFKD'), 'हिन्दी']],
    [' … 🌷 — ', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
