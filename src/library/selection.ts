/**
 * Which annotations are selected, by id: what is selected stays so wherever it stands in the list, and also when a change
 * elsewhere has it found no more. Another query begins with nothing selected.
 */

export interface Selection {
  /** What is selected but for the stretch that Shift is drawing. */
  readonly picked: ReadonlySet<string>;
  /** From the anchor to where Shift led last; it gives way to the next one from the same anchor. */
  readonly stretch: readonly string[];
  /** Where such a stretch begins: the row that was selected last by itself. */
  readonly anchor: string | undefined;
  /** Where it ends. */
  readonly head: string | undefined;
}

export const nothingSelected: Selection = { picked: new Set(), stretch: [], anchor: undefined, head: undefined };

export function selectedIds({ picked, stretch }: Selection): ReadonlySet<string> {
  return stretch.length === 0 ? picked : new Set([...picked, ...stretch]);
}

/** Selects what was not selected, and the other way round. */
export function toggled(selection: Selection, id: string): Selection {
  const picked = new Set(selectedIds(selection));
  if (!picked.delete(id)) picked.add(id);
  return { picked, stretch: [], anchor: id, head: id };
}

/** A stretch is to begin here; what is selected already stays. */
export function anchoredAt(selection: Selection, id: string): Selection {
  return { picked: new Set([...selectedIds(selection), id]), stretch: [], anchor: id, head: id };
}

/** @param stretch all from the anchor to `head`, both included */
export function stretchedTo(selection: Selection, head: string, stretch: readonly string[]): Selection {
  return { ...selection, stretch, head };
}

/** All of these as well, as when everything that is found is meant. */
export function withAll(selection: Selection, ids: readonly string[]): Selection {
  return { picked: new Set([...selectedIds(selection), ...ids]), stretch: [], anchor: undefined, head: undefined };
}

/**
 * What stands from one row to another.
 * @param ids of the whole list, in its order
 * @returns `head` alone when the other one stands in the list no more
 */
export function between(ids: readonly string[], anchor: string, head: string): string[] {
  const [from, to] = [ids.indexOf(anchor), ids.indexOf(head)];
  if (from < 0 || to < 0) return [head];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}
