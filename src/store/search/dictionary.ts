/** The words of a segment in blocks of neighbours, so that a word, or all that begin alike, are few rows to read. */
import { ByteWriter } from './bytes.ts';
import { type Block, type Postings, PostingsWriter } from './postings.ts';

/** A block with the places of its words. */
export interface WordBlock {
  postings: Postings;
  places: Block;
}

const wordsPerBlock = 128;
/** A block of common words has fewer: whoever looks for one need not read the others. */
const bytesPerBlock = 16_384;

/** Takes words in order and gives blocks as they fill. */
export class DictionaryWriter {
  readonly #size: number;
  #words: string[] = [];
  #ends: { postings: number[]; places: number[] } = { postings: [], places: [] };
  #postings: PostingsWriter;
  #places = new ByteWriter();

  /** @param size how many documents the segment has */
  constructor(size: number) {
    this.#size = size;
    this.#postings = new PostingsWriter(size);
  }

  /**
   * @param documents that have the word, in ascending order
   * @param writePlaces writes where it stands in them
   * @returns a block that is full now
   */
  add(word: string, documents: ArrayLike<number>, writePlaces: (bytes: ByteWriter) => void): WordBlock | undefined {
    this.#words.push(word);
    this.#postings.write(documents);
    writePlaces(this.#places);
    this.#ends.postings.push(this.#postings.length);
    this.#ends.places.push(this.#places.length);
    return this.#words.length >= wordsPerBlock || this.#postings.length >= bytesPerBlock ? this.finish() : undefined;
  }

  /** @returns what is not in a block yet */
  finish(): WordBlock | undefined {
    if (this.#words.length === 0) return undefined;
    const words = this.#words;
    const block = {
      postings: { words, ends: Uint32Array.from(this.#ends.postings), bytes: this.#postings.take() },
      places: { ends: Uint32Array.from(this.#ends.places), bytes: this.#places.take() },
    };
    this.#words = [];
    this.#ends = { postings: [], places: [] };
    this.#postings = new PostingsWriter(this.#size);
    this.#places = new ByteWriter();
    return block;
  }
}

/** The first place in a sorted list at which nothing smaller stands; its length when all is smaller. */
export function lowerBound(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which blocks can hold the word; when it is `open`, words that begin with it.
 * @param firstWords of each block
 * @returns the first of them, and the one after the last
 */
export function blocksFor(firstWords: readonly string[], word: string, open: boolean): [from: number, to: number] {
  const from = lowerBound(firstWords, word);
  const starts = firstWords[from] === word ? from : Math.max(0, from - 1);
  let to = open ? from : starts + 1;
  if (open) while (firstWords[to]?.startsWith(word) === true) to++;
  return [starts, Math.min(Math.max(to, starts + 1), firstWords.length)];
}

/** Where in a block the word stands, or all that begin with it. */
export function matchesIn({ words }: Postings, word: string, open: boolean): number[] {
  const matches: number[] = [];
  for (let at = lowerBound(words, word); at < words.length; at++) {
    const present = words[at];
    if (open ? present?.startsWith(word) !== true : present !== word) break;
    matches.push(at);
  }
  return matches;
}
