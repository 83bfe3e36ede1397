/** Sentences and paragraphs of drawn words. */
import { type Random, between } from './random.ts';
import type { Word } from './vocabulary.ts';

export interface Passage {
  text: string;
  /** In their order. */
  words: Word[];
}

/** @param length about how many characters */
export function passage(random: Random, draw: () => Word, length: number): Passage {
  const words: Word[] = [];
  let text = '';
  while (text.length < length) {
    if (text !== '') text += random() < 0.3 ? '\n\n' : ' ';
    const sentence = Array.from({ length: between(random, 5, 15) }, draw);
    words.push(...sentence);
    text += capital(sentence.map((word, i) => (i > 0 && random() < 0.1 ? `— ${word.text}` : word.text)).join(' '));
    text += random() < 0.9 ? '.' : '?';
  }
  return { text, words };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
