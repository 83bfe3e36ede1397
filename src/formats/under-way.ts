/** What is hashed is hashed by another thread: so many at once, to wait for it together. */
const ahead = 32;

/** Work that is begun before its turn, and given back in the order in which it was begun. */
export class UnderWay<T> {
  readonly #begun: Promise<T>[] = [];

  /** @returns what is to be waited for next, once enough is under way */
  add(work: Promise<T>): Promise<T> | undefined {
    this.#begun.push(work);
    return this.#begun.length > ahead ? this.#begun.shift() : undefined;
  }

  async *rest(): AsyncGenerator<T> {
    for (const work of this.#begun) yield await work;
  }
}
