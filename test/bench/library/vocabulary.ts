/** Words that nobody wrote, of two languages that look like English and Russian, made of syllables. */
import { type Random, between, oneOf, randomFrom, zipf } from './random.ts';

export interface Word {
  text: string;
  /** How many stems of its language are more frequent. */
  rank: number;
}

interface Language {
  onsets: Letters;
  vowels: Letters;
  codas: Letters;
  /** Each as often as it stands here. */
  endings: Letters;
}

type Letters = readonly [string, ...string[]];

function letters(list: string): Letters {
  const [first = '', ...others] = list.split(' ');
  return [first, ...others];
}

/** Most words have none: what is left makes some 300,000 different words in 100,000 posts. */
const none = ['', '', '', '', ''];

export const languages = {
  english: {
    onsets: letters('b c d f g h l m n p r s t v w st tr br cl gr pl sh th ch sp'),
    vowels: letters('a e i o u ea ou ai'),
    codas: letters('n r s t l m nd ck st p d'),
    endings: ['', ...none, 's', 's', 'ed'],
  },
  russian: {
    onsets: letters('б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр кр гл сл вр'),
    vowels: letters('а е и о у ы я ю ё'),
    codas: letters('н р с т л м в к й д ст ш'),
    endings: ['', ...none, 'а', 'а', 'ом'],
  },
} satisfies Record<string, Language>;

/** In the most frequent ones there are fewer syllables. */
function syllables(rank: number): number {
  return rank < 40 ? 1 : rank < 3_000 ? 2 : 3;
}

export class Vocabulary {
  readonly stems: readonly string[];
  readonly #endings: Letters;

  /** @param size how many stems, the most frequent first */
  constructor({ onsets, vowels, codas, endings }: Language, size: number, seed: number) {
    const random = randomFrom(seed);
    const stems = new Set<string>();
    while (stems.size < size) {
      const syllable = () => oneOf(random, onsets) + oneOf(random, vowels);
      stems.add(Array.from({ length: syllables(stems.size) }, syllable).join('') + oneOf(random, codas));
    }
    this.stems = [...stems];
    this.#endings = endings;
  }

  draw(random: Random): Word {
    const rank = zipf(random, this.stems.length);
    return { text: this.#stem(rank) + oneOf(random, this.#endings), rank };
  }

  /** Any word between two ranks, each as likely as the other, without its ending. */
  stem(random: Random, from: number, to: number): string {
    return this.#stem(between(random, from, to));
  }

  #stem(rank: number): string {
    return this.stems[rank] ?? '';
  }
}
