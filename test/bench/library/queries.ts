/** What is searched for: kinds of queries that are hard in different ways, some of each, so that no answer is kept from before. */
import { currentHandle } from '../../../src/model/channel.ts';
import { type Corpus, everywhere } from './corpus.ts';
import { between, oneOf, randomFrom } from './random.ts';
import type { Word } from './vocabulary.ts';

export interface Asked {
  name: string;
  texts: string[];
}

const each = 6;
/** Up to which rank a word is a common one, and a middling one. */
const common = 60;
const middling = { from: 300, to: 1_500 };

export function queriesOf(corpus: Corpus): Asked[] {
  const random = randomFrom(17);
  const some = (make: () => string) => Array.from({ length: each }, make);
  const middlingStem = () => oneOf(random, corpus.vocabularies).stem(random, middling.from, middling.to);
  const passage = () => corpus.passage(between(random, 0, corpus.count - 1)).words;
  const neighbours = (suits: (one: Word, other: Word) => boolean): string => {
    for (;;) {
      const words = passage();
      const i = words.findIndex((word, at) => suits(word, words[at + 1] ?? word));
      const [one, other] = words.slice(i, i + 2);
      if (i >= 0 && one && other) return `"${one.text} ${other.text}"`;
    }
  };
  return [
    { name: 'rare word', texts: some(() => rarest(passage()).text) },
    { name: 'middling word', texts: some(middlingStem) },
    { name: 'word of nine rows in ten', texts: Array.from({ length: 4 }, (_, cut) => everywhere.slice(0, everywhere.length - cut)) },
    { name: 'two letters', texts: some(() => middlingStem().slice(0, 2)) },
    { name: 'two words', texts: some(() => {
      const words = passage().toSorted((a, b) => a.rank - b.rank);
      return `${words[0]?.text} ${words.find(({ rank }) => rank > common)?.text ?? everywhere}`;
    }) },
    { name: 'phrase of common words', texts: some(() => neighbours((a, b) => a !== b && a.rank < common && b.rank < common)) },
    { name: 'phrase with a rare word', texts: some(() => neighbours((a, b) => a !== b && a.rank < common && b.rank > 10_000)) },
    { name: 'tag and word', texts: some(() => `tag:${corpus.tags[between(random, 0, 20)]?.name} ${middlingStem()}`) },
    { name: 'channel and dates', texts: some(() => {
      const channel = corpus.channels[between(random, 0, 20)];
      const month = between(random, 1, 6);
      return `channel:@${channel && currentHandle(channel)} after:2023-0${month} before:2023-0${month + 3}`;
    }) },
  ];
}

function rarest(words: readonly Word[]): Word {
  return words.reduce((least, word) => (word.rank > least.rank ? word : least));
}
