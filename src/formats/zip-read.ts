/** The text of an export, whether it lies there as it is or in a zip of ours, in which nothing is compressed. */
type Bytes = Uint8Array<ArrayBufferLike>;

const localHeader = 0x04034b50;
const headerSize = 30;

/**
 * @param file its bytes, in pieces of any size
 * @returns the text; of a zip, that of the first `.json` in it, nothing when there is none. Fails with a `TypeError` when it is
 *   not UTF-8
 */
export async function* textOfExport(file: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const source = new Source(file);
  const beginning = await source.upTo(4);
  const isZip = beginning.length === 4 && viewOf(beginning).getUint32(0, true) === localHeader;
  for await (const bytes of isZip ? jsonIn(source, beginning) : source.all(beginning)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Goes from file to file in the order in which they lie there: each says how long it is. */
async function* jsonIn(source: Source, beginning: Bytes): AsyncGenerator<Bytes> {
  for (let signature = beginning; signature.length === 4 && viewOf(signature).getUint32(0, true) === localHeader; signature = await source.upTo(4)) {
    const header = viewOf(await source.upTo(headerSize - 4));
    if (header.byteLength < headerSize - 4) return;
    const [flags, method, size] = [header.getUint16(2, true), header.getUint16(4, true), header.getUint32(14, true)];
    const name = new TextDecoder().decode(await source.upTo(header.getUint16(22, true)));
    await source.upTo(header.getUint16(24, true));
    // Compressed, or of a length that is told only later: not as we write it.
    if (method !== 0 || (flags & 8) !== 0) return;
    if (name.endsWith('.json')) {
      yield* source.next(size);
      return;
    }
    for await (const _ of source.next(size));
  }
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes that come in pieces, to be taken in others. */
class Source {
  readonly #pieces: AsyncIterator<Bytes>;
  #rest: Bytes = new Uint8Array();

  constructor(file: AsyncIterable<Bytes>) {
    this.#pieces = file[Symbol.asyncIterator]();
  }

  /** The next so many bytes as they come, fewer when the file ends. */
  async *next(size: number): AsyncGenerator<Bytes> {
    for (let left = size; left > 0;) {
      if (this.#rest.length === 0) {
        const { done, value } = await this.#pieces.next();
        if (done) return;
        this.#rest = value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** The same in one, for few. */
  async upTo(size: number): Promise<Bytes> {
    const bytes = new Uint8Array(size);
    let length = 0;
    for await (const piece of this.next(size)) {
      bytes.set(piece, length);
      length += piece.length;
    }
    return bytes.subarray(0, length);
  }

  /** All that is left. @param before what was taken already */
  async *all(before: Bytes): AsyncGenerator<Bytes> {
    yield before;
    yield* this.next(Infinity);
  }
}
