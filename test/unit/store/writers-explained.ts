/** Whether what several writers did at once has the outcome of some order, one after the other. */
import { isDeepStrictEqual } from 'node:util';
import { tagKey } from '../../../src/model/tag.ts';
import type { TagChange } from '../../../src/model/tag-changes.ts';
import type { BulkOutcome } from '../../../src/store/bulk.ts';
import type { Database } from '../../../src/store/schema.ts';
import { type Change, type Journal, type Outcome, type PlainStore, apply } from './plain-store.ts';
import type { Wish, Writer } from './writers-wishes.ts';

/** All ways to do these lists side by side. */
export function* orders<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  if (lists.every((list) => list.length === 0)) yield [];
  for (const [i, [first, ...rest]] of lists.entries()) {
    if (first !== undefined) for (const others of orders(lists.with(i, rest))) yield [first, ...others];
  }
}

/** What was sent to the store: the changes that it consists of, each at one blow, and how it is made. */
export interface Sent {
  writer: Writer;
  wish: Wish;
  parts: readonly Change[];
  /** What was worked out of the tags on screen, to be taken back. */
  tagChange?: TagChange;
  send: (db: Database) => Promise<{ outcome: Outcome; bulk?: BulkOutcome }>;
}

export interface Done extends Sent {
  outcome: Outcome;
  bulk?: BulkOutcome;
  journal?: Journal;
}

/**
 * The same with what is needed to take each back, if in some order they lead from what was there to what is there, with the
 * outcomes that were told.
 */
export function explain(before: PlainStore, done: readonly Done[], after: PlainStore): Done[] | undefined {
  const made = [...after.tags.values()].filter(({ id }) => !before.tags.has(id));
  const lists = done.map(({ parts }, i) => parts.map((change, part) => ({ change, i, isFirst: part === 0 })));
  for (const order of orders(lists)) {
    let store = before;
    const journals = new Map<number, Journal>();
    const isTold = order.every(({ change, i, isFirst }) => {
      const told = done[i]?.outcome;
      const applied = apply(store, change, {
        annotation: typeof told === 'object' && 'status' in told ? told.id : '',
        tag: (name) => made.find((tag) => tagKey(tag.name) === tagKey(name))?.id ?? `none of ${name}`,
      });
      store = applied.store;
      if (applied.journal) journals.set(i, applied.journal);
      return !isFirst || isDeepStrictEqual(applied.outcome, told);
    });
    if (!isTold || !isDeepStrictEqual(store, after)) continue;
    return done.map((each, i) => {
      const journal = journals.get(i);
      return { ...each, ...(journal && { journal }) };
    });
  }
  return undefined;
}
