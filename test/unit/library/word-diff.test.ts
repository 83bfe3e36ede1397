import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, shortened, wordDiff } from '../../../src/library/word-diff.ts';

const signs = { same: '', removed: '-', added: '+' };

/** 'The [-old][+new] quay' */
function said(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`)).join('');
}

function without(pieces: readonly Piece[], kind: Piece['kind']): string {
  return pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('');
}

describe('a word diff', () => {
  it.each([
    ['The quay opens on Monday.', 'The quay opens on Tuesday.', 'The quay opens on [-Monday][+Tuesday].'],
    ['The quay', 'The quay opens', 'The quay[+ opens]'],
    ['One.\nTwo.', 'One. Two.', 'One.[-\n][+ ]Two.'],
    ['Порт откроют в среду, 5 мая', 'Порт откроют в пятницу, 7 мая', 'Порт откроют в [-среду][+пятницу], [-5][+7] мая'],
    ['الميناء مغلق اليوم', 'الميناء مفتوح اليوم', 'الميناء [-مغلق][+مفتوح] اليوم'],
    ['港口今天关闭。', '港口明天关闭。', '港口[-今天][+明天]关闭。'],
    ['Thanks 👩🏽‍🚀!', 'Thanks 👩🏿‍🚀!', 'Thanks [-👩🏽‍🚀][+👩🏿‍🚀]!'],
    ['', 'All new', '[+All new]'],
    ['All gone', '', '[-All gone]'],
    ['The same', 'The same', 'The same'],
    ['', '', ''],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(said(wordDiff(before, after))).toBe(expected);
  });

  it('accounts for every character of both texts', () => {
    const text = array(oneof(
      constantFrom('port', 'порт', 'ميناء', '港口', '👩🏽‍🚀', '\n', ' ', '  ', '.', ',', '\u00a0', '\u200d'), string({ unit: 'grapheme', maxLength: 5 }),
    ), { maxLength: 30 }).map((parts) => parts.join(''));
    assert(property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      expect(without(pieces, 'added')).toBe(before);
      expect(without(pieces, 'removed')).toBe(after);
      expect(pieces.every(({ kind }, i) => kind !== pieces[i - 1]?.kind)).toBe(true);
    }), { numRuns: 1_000 });
  });

  it('of long texts that have nothing in common is the one beside the other, before anybody gives up waiting', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
    expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('is shortened to what was changed, with some words around it', () => {
    const words = (count: number) => 'word '.repeat(count);
    const shown = said(shortened(wordDiff(`${words(50)}old ${words(50)}old`, `${words(50)}new ${words(50)}new`)));
    expect(shown).toBe(`… ${words(8)}[-old][+new] ${words(7)}… ${words(8)}[-old][+new]`);
  });
});
