/** Texts that are edited at random while each of their characters is followed to where it goes. */
import * as fc from 'fast-check';

/** A text, and of each UTF-16 unit where it stood at first; what was written later stood nowhere. */
export interface Followed {
  text: string;
  origins: readonly (number | undefined)[];
}

export function followed(text: string): Followed {
  return { text, origins: Array.from({ length: text.length }, (_, at) => at) };
}

type Stretch = [start: number, end: number];

const word = /[^\s]+/g;
const sentence = /[^.\n]+\.?/g;
const paragraph = /[^\n]+/g;
const character = /\P{M}\p{M}*/gu;

function stretches(text: string, part: RegExp): Stretch[] {
  return [...text.matchAll(part)].map(({ 0: found, index }) => [index, index + found.length]);
}

/** What is between `start` and `end` gives way to other stretches of the same text, and to new words. */
function spliced(now: Followed, [start, end]: Stretch, ...parts: (Stretch | string)[]): Followed {
  const pieces = [[0, start] as const, ...parts, [end, now.text.length] as const];
  return {
    text: pieces.map((part) => (typeof part === 'string' ? part : now.text.slice(...part))).join(''),
    origins: pieces.flatMap((part) => (typeof part === 'string' ? Array<undefined>(part.length).fill(undefined) : now.origins.slice(...part))),
  };
}

export type Edit = (now: Followed) => Followed;

const vocabulary = ['sea', 'tide', 'the', 'quay', 'boats', 'море', 'сад', 'порт', 'باغ', 'نهر', '🌷', '👩‍🚀', 'cafe\u0301', 'ru\u0308ck', 'harbour'];

const anyWord = fc.constantFrom(...vocabulary);
const anySentence = fc.array(anyWord, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`);
const anyParagraph = fc.array(anySentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));

const anyRefrain = fc.array(anyWord, { minLength: 1, maxLength: 2 }).map((words) => `${words.join(' ')}.`);

/** In few words, and some sentences more than once, so that the same words stand in many places. */
export const anyPostText = fc.tuple(fc.array(anyParagraph, { minLength: 1, maxLength: 5 }), anyRefrain)
  .map(([paragraphs, refrain]) => paragraphs.map((each) => `${refrain} ${each}`).join('\n').normalize('NFC'));

const anyPart = fc.constantFrom(word, sentence, paragraph, character);
/** Which of the parts of a text: a number that says it for any text. */
const anyIndex = fc.nat(10_000);

const pick = (parts: readonly Stretch[], index: number): Stretch => parts[index % Math.max(1, parts.length)] ?? [0, 0];

const removal: fc.Arbitrary<Edit> = fc.tuple(anyPart, anyIndex)
  .map(([part, index]) => (now) => spliced(now, pick(stretches(now.text, part), index)));
const replacement: fc.Arbitrary<Edit> = fc.tuple(anyPart, anyIndex, fc.oneof(anyWord, anySentence, fc.constantFrom('x', 'а', '\n', ' ')))
  .map(([part, index, words]) => (now) => spliced(now, pick(stretches(now.text, part), index), words));
const insertion: fc.Arbitrary<Edit> = fc.tuple(anyPart, anyIndex, fc.oneof(anyWord, anySentence, anyParagraph, fc.constantFrom('x', '\u0301', '\n', ' ')))
  .map(([part, index, words]) => (now) => {
    const [at] = pick(stretches(now.text, part), index);
    return spliced(now, [at, at], words, ' ');
  });
const anyOverlap: fc.Arbitrary<Edit> = fc.tuple(anyIndex, anyIndex, anySentence)
  .map(([from, to, words]) => (now) => {
    const [a] = pick(stretches(now.text, word), from);
    const [b] = pick(stretches(now.text, word), to);
    return spliced(now, [Math.min(a, b), Math.max(a, b)], words, ' ');
  });
const move: fc.Arbitrary<Edit> = fc.tuple(anyIndex, anyIndex)
  .map(([from, to]) => (now) => {
    const parts = stretches(now.text, paragraph);
    const [moved] = parts.splice(from % Math.max(1, parts.length), 1);
    if (moved) parts.splice(to % (parts.length + 1), 0, moved);
    return spliced(now, [0, now.text.length], ...parts.flatMap((each, i): (Stretch | string)[] => (i > 0 ? ['\n', each] : [each])));
  });
/** Says a sentence once more, behind another. */
const repetition: fc.Arbitrary<Edit> = fc.tuple(anyIndex, anyIndex)
  .map(([which, where]) => (now) => {
    const [, at] = pick(stretches(now.text, sentence), where);
    return spliced(now, [at, at], ' ', pick(stretches(now.text, sentence), which));
  });

export const anyEdits = fc.array(fc.oneof(removal, replacement, insertion, anyOverlap, move, repetition), { minLength: 1, maxLength: 4 });
