/**
 * Which documents hold a word, and where. The list of documents is written as gaps, or as a bit for each document of the
 * segment when that is shorter; the places apart, since only words side by side need them.
 */
import { Bits } from './bits.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

/** `ends[i]` is where what belongs to the i-th word ends in `bytes`. */
export interface Block {
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** The words of a block in the order of their UTF-16 units, with the documents of each. */
export interface Postings extends Block {
  words: string[];
}

/** Takes documents in ascending order. @param size how many documents the segment has */
export class PostingsWriter {
  readonly #size: number;
  readonly #bytes = new ByteWriter();

  constructor(size: number) {
    this.#size = size;
  }

  get length(): number {
    return this.#bytes.length;
  }

  write(documents: ArrayLike<number>): void {
    const isDense = documents.length > this.#size / 8;
    this.#bytes.write(documents.length * 2 + Number(isDense));
    if (isDense) {
      const bits = Bits.empty(this.#size);
      for (let i = 0; i < documents.length; i++) bits.add(documents[i] ?? 0);
      this.#bytes.append(new Uint8Array(bits.words.buffer));
      return;
    }
    for (let i = 0, last = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0;
      this.#bytes.write(document - last);
      last = document;
    }
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.take();
  }
}

function start({ ends }: Block, at: number): number {
  return at === 0 ? 0 : ends[at - 1] ?? 0;
}

/** Adds the documents of the word at that place of the block. */
export function addPostings(block: Block, at: number, found: Bits): void {
  const reader = new ByteReader(block.bytes, start(block, at));
  const head = reader.read();
  if ((head & 1) === 1) {
    // The bytes stand anywhere, and words of four of them only where a multiple of four is.
    const { length } = found.words;
    const dense = new Uint32Array(block.bytes.slice(reader.at, reader.at + length * 4).buffer);
    for (let i = 0; i < length; i++) found.words[i] = (found.words[i] ?? 0) | (dense[i] ?? 0);
    return;
  }
  for (let left = head >>> 1, document = 0; left > 0; left--) found.add(document += reader.read());
}

/** The documents of the word at that place of the block, in ascending order. @param size how many the segment has */
export function readPostings(block: Block, at: number, size: number): Uint32Array {
  const reader = new ByteReader(block.bytes, start(block, at));
  const head = reader.read();
  const documents = new Uint32Array(head >>> 1);
  if ((head & 1) === 1) {
    const found = Bits.empty(size);
    addPostings(block, at, found);
    let i = 0;
    found.each((document) => { documents[i++] = document; });
  } else {
    for (let i = 0, document = 0; i < documents.length; i++) documents[i] = document += reader.read();
  }
  return documents;
}

/** More than the words that any annotation can have. */
export const placesPerDocument = 2 ** 18;

/**
 * Writes where a word stands, in one document after the other: how often, and the gaps between the places.
 * @param occurrences in ascending order, `document * placesPerDocument + place`
 */
export function writeOccurrences(bytes: ByteWriter, occurrences: readonly number[]): void {
  for (let from = 0, to = 0; from < occurrences.length; from = to) {
    const first = occurrences[from] ?? 0;
    const end = first - (first % placesPerDocument) + placesPerDocument;
    while (to < occurrences.length && (occurrences[to] ?? 0) < end) to++;
    bytes.write(to - from);
    bytes.write(first % placesPerDocument);
    for (let i = from + 1; i < to; i++) bytes.write((occurrences[i] ?? 0) - (occurrences[i - 1] ?? 0));
  }
}

/** Reads them again, in the order of the documents. */
export function placesReader(block: Block, at: number): ByteReader {
  return new ByteReader(block.bytes, start(block, at));
}
