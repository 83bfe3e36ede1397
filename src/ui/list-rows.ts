/** What stands where in a list on screen: what was found, with rows that keep their place although they are found no more. */
import { comparison } from '../model/order.ts';
import type { AnnotationView } from '../model/view.ts';
import type { FoundRows } from './found-rows.ts';

/** A row that stays. */
export interface Kept {
  /** As it was when it was still found: it stays where this one would be. */
  view: AnnotationView;
  /** Its place among what was found then, for when its neighbours are not known. */
  place: number;
}

export class ListRows {
  readonly found: FoundRows;
  readonly count: number;
  /** In the order in which they stand, with their places in this list. */
  readonly #kept: { view: AnnotationView; at: number }[];
  /** Places among what was found of rows that are kept elsewhere. */
  readonly #skipped: number[];
  readonly #places = new Map<string, number>();
  readonly #ids: ReadonlyMap<number, string>;

  /** @param limit how many rows may stand in it */
  constructor(found: FoundRows, kept: readonly Kept[], limit: number) {
    this.found = found;
    const ids = new Set(kept.map(({ view }) => view.annotation.id));
    const known = [...found.rows].sort(([a], [b]) => a - b);
    this.#skipped = known.flatMap(([place, view]) => (ids.has(view.annotation.id) ? [place] : []));
    const compare = comparison(found.query.sort);
    const others = known.filter(([, view]) => !ids.has(view.annotation.id));
    this.#kept = [...kept].sort((a, b) => compare(a.view, b.view)).map(({ view, place: former }, i) => {
      // Between those that stand before it and those that stand after it; which is one place, unless they are far away.
      const lowest = (others.findLast(([, other]) => compare(other, view) < 0)?.[0] ?? -1) + 1;
      const highest = others.find(([, other]) => compare(other, view) > 0)?.[0] ?? found.total;
      const place = Math.max(lowest, Math.min(former, highest));
      return { view, at: place - this.#skipped.filter((each) => each < place).length + i };
    });
    this.count = Math.min(limit, found.total - this.#skipped.length + kept.length);
    for (const { view, at } of this.#kept) this.#places.set(view.annotation.id, at);
    for (const [place, view] of others) this.#places.set(view.annotation.id, this.#fromFound(place));
    this.#ids = new Map([...this.#places].map(([id, at]) => [at, id]));
  }

  /** Undefined as long as it is not known. */
  at(index: number): AnnotationView | undefined {
    return this.#kept.find(({ at }) => at === index)?.view ?? this.found.rows.get(this.foundPlace(index));
  }

  /**
   * Its own where it is known: a row's id, which stays its own wherever it goes; else its place. Of a hundred thousand rows
   * it is asked for at every change.
   */
  keyAt(index: number): string | number {
    return this.#ids.get(index) ?? index;
  }

  indexOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** The place among what was found of what stands there; of a kept row, that of the row after it. */
  foundPlace(index: number): number {
    const rank = index - this.#kept.filter(({ at }) => at < index).length;
    return rank + this.#skipped.filter((place, i) => place - i <= rank).length;
  }

  #fromFound(place: number): number {
    const rank = place - this.#skipped.filter((each) => each < place).length;
    return this.#kept.reduce((index, { at }) => (at <= index ? index + 1 : index), rank);
  }
}
