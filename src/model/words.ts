/** A text taken apart into folded words. Apart from `fold.ts`, which forms need without this. */
import { fold } from './fold.ts';

/** Scripts written without spaces: each character is a word of its own, and words are found as what stands side by side. */
const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}'
  + '\\p{Script=Khmer}\\p{Script=Myanmar}';
const word = new RegExp(`[${spaceless}]\\p{M}*|[[\\p{L}\\p{M}\\p{N}]--[${spaceless}]]+`, 'gv');

/** The folded words of a text, in order: runs of letters, with their signs, and digits of any script. */
export function words(text: string): string[] {
  return fold(text).match(word) ?? [];
}

/** White space as regular expressions have it, but for the mark that folding takes out of a word. */
const chunk = /[\S\uFEFF]+/g;
/** Most of what is written is the same few thousand words; what is longer is hardly written twice. */
const maxRemembered = 20_000;
const maxLength = 40;

/**
 * Most of what stands between white space, in English and Russian: a word of letters that folding only makes small, and
 * what is written around it. (Not ё, which is folded, and no apostrophe.)
 */
const plain = /^["“„«(]{0,2}([A-Za-z0-9А-Яа-я]+)[.,:;!?…"”»)]{0,3}$/;

/** A `words` that is quick for many texts: it remembers what it made of what stands between white space. */
export function createSplitter(): (text: string) => string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => (text.match(chunk) ?? []).flatMap((each) => {
    const letters = plain.exec(each)?.[1];
    if (letters !== undefined) return letters.toLowerCase();
    let made = known.get(each);
    if (!made) {
      made = words(each);
      if (known.size >= maxRemembered) known.clear();
      if (each.length <= maxLength) known.set(each, made);
    }
    return made;
  });
}

export interface PlacedWord {
  word: string;
  /** Its place in the text as it was, before it was folded. */
  start: number;
  end: number;
}

/** What a word can be made of before it is folded: with what folding takes out of it. */
const unfolded = new RegExp(`[${spaceless}]\\p{M}*|[[\\p{L}\\p{M}\\p{N}\\u0640\\u200B-\\u200D'’ʼ]--[${spaceless}]]+`, 'gv');

/** The same with their places. Words that only folding tells apart, such as those around an apostrophe, share one. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(chunk)].flatMap(({ 0: each, index }) => {
    const whole = placed(each, index);
    const pieces = [...each.matchAll(unfolded)].flatMap((piece) => placed(piece[0], index + piece.index));
    return wordsOf(pieces) === wordsOf(whole) ? pieces : whole;
  });
}

function wordsOf(pieces: readonly PlacedWord[]): string {
  return pieces.map(({ word: each }) => each).join(' ');
}

function placed(piece: string, start: number): PlacedWord[] {
  return words(piece).map((each) => ({ word: each, start, end: start + piece.length }));
}
