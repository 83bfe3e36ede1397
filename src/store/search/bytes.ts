/** Numbers in as few bytes as they need: seven bits a byte, the lowest first (LEB128). */

export class ByteWriter {
  #bytes = new Uint8Array(1_024);
  length = 0;

  /** @param number a whole one, from 0 up to what 32 bits hold */
  write(number: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(this.length + 5);
    let left = number;
    while (left > 0x7F) {
      this.#bytes[this.length++] = (left & 0x7F) | 0x80;
      left >>>= 7;
    }
    this.#bytes[this.length++] = left;
  }

  /** From `start` to before `end`. */
  append(bytes: Uint8Array, start = 0, end = bytes.length): void {
    const { length } = this;
    this.length += end - start;
    if (this.length > this.#bytes.length) this.#grow(this.length);
    // A few bytes are sooner copied than a view of them is made.
    if (end - start > 32) this.#bytes.set(bytes.subarray(start, end), length);
    else for (let i = start; i < end; i++) this.#bytes[length + i - start] = bytes[i] ?? 0;
  }

  /** What was written, in memory of its own. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  #grow(length: number): void {
    const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  read(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      number |= (byte & 0x7F) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }
}
