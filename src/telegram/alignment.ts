/** Which place of a text corresponds to which of the same text as it is laid out. */
import { type Layout, laidOut } from './draft.ts';

/**
 * What NFC may join: a character with its marks, and of Hangul the vowels and finals, which are none. Not a segmenter's graphemes:
 * of a text without end these take seconds.
 */
const joined = /[\u1100-\u115F\uAC00-\uD7A3][\u1160-\u11FF]*\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

export class Alignment {
  /** Where corresponding stretches begin, in the text and in what became of it. */
  readonly #raw: number[] = [0];
  readonly #laid: number[] = [0];

  constructor(text: string, layout: Layout) {
    if (laidOut(text, layout) === text) return;
    let [raw, laid, { afterSpace }] = [0, 0, layout];
    for (const stretch of stretches(text)) {
      raw += stretch.length;
      laid += laidOut(stretch, { ...layout, afterSpace }).length;
      afterSpace = false;
      this.#raw.push(raw);
      this.#laid.push(laid);
    }
  }

  toLaidOut(offset: number): number {
    return corresponding(offset, this.#raw, this.#laid);
  }

  /** Where white space went, behind it. */
  toText(offset: number): number {
    return corresponding(offset, this.#laid, this.#raw);
  }
}

/** Parts that are laid out each by itself: white space, words, and of words that are not in NFC each character. */
function* stretches(text: string): Generator<string> {
  for (const [stretch] of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
    if (stretch === stretch.normalize('NFC')) yield stretch;
    else for (const [character] of stretch.matchAll(joined)) yield character;
  }
}

/** Within a stretch offsets correspond one to one, as far as both have them. */
function corresponding(offset: number, from: readonly number[], to: readonly number[]): number {
  const at = lastUpTo(offset, from);
  const start = to[at] ?? 0;
  return Math.min(start + offset - (from[at] ?? 0), to[at + 1] ?? Infinity);
}

/** Index of the last of the sorted numbers that is not greater. */
function lastUpTo(limit: number, sorted: readonly number[]): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
