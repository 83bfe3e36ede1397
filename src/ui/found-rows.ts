/** What is known so far of a list that is asked for a stretch at a time. */
import type { Query } from '../model/query.ts';
import type { AnnotationView, Found } from '../model/view.ts';

export interface FoundRows {
  /** What found them. */
  query: Query;
  /** How many there are in all. */
  total: number;
  /** Those that are known, by their place. */
  rows: ReadonlyMap<number, AnnotationView>;
}

/** What was found of a list from `offset` on. */
export interface Stretch {
  query: Query;
  offset: number;
  found: Found;
}

/** Rows so far away from those that are looked at are forgotten: all of them would be too much for the memory. */
const reach = 500;

/**
 * The rows with a stretch that has just been read. What is known besides stays, so that scrolling back shows it at once;
 * unless the stretch says that the list has changed: then nobody knows where in it the others stand.
 */
export function withStretch(before: FoundRows | undefined, { query, offset, found: { views, total } }: Stretch): FoundRows {
  const isSameList = before?.query === query && before.total === total;
  const places = new Map(views.map((view, i) => [view.annotation.id, offset + i]));
  const known = [...isSameList ? before.rows : []].filter(([place]) => place > offset - reach && place < offset + views.length + reach);
  const isAsBefore = known.every(([place, { annotation: { id } }]) => {
    const found = views[place - offset];
    return found ? found.annotation.id === id : !places.has(id);
  });
  return { query, total, rows: new Map([...isAsBefore ? known : [], ...views.map((view, i) => [offset + i, view] as const)]) };
}
