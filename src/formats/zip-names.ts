/** Names of the files in a zip. */

/** Of letters, digits, `_` and `-` alone, whatever the parts hold. */
export function fileNameOf(...parts: readonly (string | number)[]): string {
  return parts.join('-').replace(/[^\w-]/g, '_');
}

/** Names that are not taken. Many disks take those for one that differ in case alone. */
export class FreeNames {
  readonly #taken = new Map<string, number>();

  /** @returns undefined when it is taken */
  take(name: string): string | undefined {
    const key = name.toLowerCase();
    if (this.#taken.has(key)) return undefined;
    this.#taken.set(key, 1);
    return name;
  }

  /** The name, or the first with a number after it that is free. */
  takeLike(name: string): string {
    return this.take(name) ?? this.#numbered(name);
  }

  #numbered(name: string): string {
    const key = name.toLowerCase();
    const number = (this.#taken.get(key) ?? 1) + 1;
    this.#taken.set(key, number);
    return this.take(`${name}-${number}`) ?? this.#numbered(name);
  }
}
