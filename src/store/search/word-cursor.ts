/** What a merge reads: the words of one segment after the other, with where they stand. */
import { Bits } from './bits.ts';
import type { ByteWriter } from './bytes.ts';
import { type Block, type Postings, placesReader, readPostings } from './postings.ts';
import type { Segment } from './segment.ts';

/** One of the segments that are merged. */
export interface Source {
  segment: Segment;
  /** The number that each of its documents gets; -1 for those that do not count any more. */
  numbers: Int32Array;
}

const blocksAtOnce = 16;

/** Walks through the words of a segment. */
export class WordCursor {
  readonly #source: Source;
  #rows: { postings: Postings; places: Block }[] = [];
  #nextBlock = 0;
  #at = -1;
  /** Where it stands; undefined before the first and after the last. */
  word: string | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Whether the next word must be read from the database. */
  get atEndOfBlock(): boolean {
    return this.#at + 1 >= (this.#rows[0]?.postings.words.length ?? 0);
  }

  /** Goes on within a block. */
  step(): void {
    this.word = this.#rows[0]?.postings.words[++this.#at];
  }

  /** Goes on to the next block. */
  async next(): Promise<void> {
    this.#rows.shift();
    if (this.#rows.length === 0) await this.#read();
    this.#at = -1;
    this.step();
  }

  async #read(): Promise<void> {
    const { segment } = this.#source;
    const from = this.#nextBlock;
    this.#nextBlock = Math.min(segment.list('firstWords').length, from + blocksAtOnce);
    const numbers = Array.from({ length: this.#nextBlock - from }, (_, i) => from + i);
    const [postings, places] = await Promise.all([segment.postings(numbers), segment.places(numbers)]);
    this.#rows = postings.flatMap((block, i) => {
      const ofBlock = places[i];
      return ofBlock ? [{ postings: block, places: ofBlock }] : [];
    });
  }

  /** Adds where the word stands. */
  addTo(uses: Uses): void {
    const [row] = this.#rows;
    if (!row) return;
    const { numbers, segment: { size } } = this.#source;
    const reader = placesReader(row.places, this.#at);
    for (const document of readPostings(row.postings, this.#at, size)) {
      const start = reader.at;
      for (let left = reader.read(); left > 0; left--) reader.read();
      const number = numbers[document] ?? -1;
      if (number >= 0) uses.add(number, reader.bytes, start, reader.at);
    }
  }
}

/** In which documents a word stands, and the bytes that say where in each. */
export class Uses {
  readonly #numbers: number[] = [];
  /** Of each, where the bytes are: in lists of their own, for there are millions. */
  readonly #bytes: Uint8Array[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #size: number;
  #order: ArrayLike<number> = [];

  /** @param size how many documents there are in all */
  constructor(size: number) {
    this.#size = size;
  }

  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  add(number: number, bytes: Uint8Array, start: number, end: number): void {
    this.#numbers.push(number);
    this.#bytes.push(bytes);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** @returns the documents in ascending order */
  sort(): Uint32Array {
    this.#order = this.#sortedPlaces();
    return Uint32Array.from(this.#order, (at) => this.#numbers[at] ?? 0);
  }

  #sortedPlaces(): Uint32Array {
    const numbers = this.#numbers;
    const asTheyCame = Uint32Array.from(numbers.keys());
    if (numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0))) return asTheyCame;
    return numbers.length * 32 > this.#size ? this.#orderOfMany() : asTheyCame.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  }

  /** Where many of all documents have the word, a list with room for all of them is quicker than sorting. */
  #orderOfMany(): Uint32Array {
    const [places, present] = [new Uint32Array(this.#size), Bits.empty(this.#size)];
    for (const [at, number] of this.#numbers.entries()) {
      places[number] = at;
      present.add(number);
    }
    const order = new Uint32Array(this.#numbers.length);
    let next = 0;
    present.each((number) => { order[next++] = places[number] ?? 0; });
    return order;
  }

  /** In the order of `sort`. */
  writePlaces(writer: ByteWriter): void {
    for (let i = 0; i < this.#order.length; i++) {
      const at = this.#order[i] ?? 0;
      const bytes = this.#bytes[at];
      if (bytes) writer.append(bytes, this.#starts[at], this.#ends[at]);
    }
  }
}
