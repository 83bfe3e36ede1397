/** A set of numbers below a fixed size, a bit each: what is found of a hundred thousand takes 12.5 kB. */

export class Bits {
  readonly words: Uint32Array;

  /** @param words shared with whoever made them; a part of a larger set may be given */
  constructor(words: Uint32Array) {
    this.words = words;
  }

  static empty(size: number): Bits {
    return new Bits(new Uint32Array(Math.ceil(size / 32)));
  }

  static full(size: number): Bits {
    const bits = Bits.empty(size);
    bits.words.fill(0xFFFFFFFF);
    if (size % 32 > 0) bits.words[bits.words.length - 1] = 2 ** (size % 32) - 1;
    return bits;
  }

  has(number: number): boolean {
    return (((this.words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  add(number: number): void {
    this.words[number >>> 5] = (this.words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    this.words[number >>> 5] = (this.words[number >>> 5] ?? 0) & ~(1 << (number & 31));
  }

  /** Takes out what the other set lacks; with `not`, what it has. */
  keep(other: Bits, not = false): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (not ? ~(other.words[i] ?? 0) : other.words[i] ?? 0);
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  count(): number {
    let count = 0;
    for (let word of this.words) {
      // https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0F0F0F0F, 0x01010101) >>> 24;
    }
    return count;
  }

  /** In ascending order. */
  each(visit: (number: number) => void): void {
    this.words.forEach((bits, i) => {
      for (let left = bits; left !== 0; left &= left - 1) visit(i * 32 + 31 - Math.clz32(left & -left));
    });
  }
}
