/** What was changed in a text, word by word: words as Unicode has them in every script, and every character accounted for. */
import { diffArrays } from 'diff';

export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const isSpace = (text: string) => text.trim() === '';

/** In milliseconds. Texts that have nothing in common take long; then the one stands beside the other. */
const timeout = 500;

/** @returns pieces which without the added are `before`, and without the removed `after` */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(spacedWords(before), spacedWords(after), { timeout }) ?? [
    { removed: true, added: false, value: [before] }, { removed: false, added: true, value: [after] },
  ];
  const pieces = changes.map(({ removed, added, value }): Piece => ({ kind: removed ? 'removed' : added ? 'added' : 'same', text: value.join('') }));
  return joined(pieces.flatMap((piece, i) => {
    const [previous, next] = [pieces[i - 1], pieces[i + 1]];
    if (piece.kind === 'added' && previous?.kind === 'removed') return [];
    return piece.kind === 'removed' && next?.kind === 'added' ? exchanged(piece.text, next.text) : [piece];
  }));
}

/** Taken apart at white space first: with each word the browser hands out a copy of all that was to be segmented. */
function segmentsOf(text: string): string[] {
  return (text.match(/\s+|\S+/g) ?? []).flatMap((part) => Array.from(segmenter.segment(part), ({ segment }) => segment));
}

/** Each with the white space after it: were that for itself, every second thing would be the same in any two texts. */
function spacedWords(text: string): string[] {
  const words: string[] = [];
  for (const segment of segmentsOf(text)) {
    const last = words.pop();
    if (last !== undefined) words.push(...(isSpace(segment) ? [last + segment] : [last, segment]));
    else words.push(segment);
  }
  return words;
}

/** Words that differ in the space after them alone are the same after all. */
function exchanged(before: string, after: string): Piece[] {
  const [a, b] = [segmentsOf(before), segmentsOf(after)];
  const isEqual = (i: number, j: number) => a[i] !== undefined && a[i] === b[j];
  let start = 0;
  while (isEqual(start, start)) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && isEqual(a.length - 1 - end, b.length - 1 - end)) end++;
  return [
    { kind: 'same', text: a.slice(0, start).join('') },
    { kind: 'removed', text: a.slice(start, a.length - end).join('') },
    { kind: 'added', text: b.slice(start, b.length - end).join('') },
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = whole.at(-1);
    if (last?.kind === piece.kind) whole.splice(-1, 1, { ...last, text: last.text + piece.text });
    else whole.push(piece);
  }
  return whole;
}

/** So many words are shown around what was changed, and so many of that. */
const [around, within] = [8, 40];

/** Only what was changed, with some words around it. */
export function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ kind, text }, i) => {
    const words = spacedWords(text);
    const [first, last] = kind === 'same' ? [i === 0 ? 0 : around, i === pieces.length - 1 ? 0 : around] : [within, 0];
    if (words.length <= first + last) return { kind, text };
    return { kind, text: [...words.slice(0, first), '… ', ...words.slice(words.length - last)].join('') };
  });
}
