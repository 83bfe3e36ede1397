/**
 * What stands under many keys of an index, each key asked for once. All at once: Dexie's `anyOf` walks the index with a
 * cursor, which waits for an answer at each step, and a step takes as long as several requests made side by side.
 *
 * What runs side by side in a transaction must be promises of Dexie's own, as here, and not async functions: it may lose
 * track of whose transaction it is where such meet, and take what follows for a call outside of it.
 */
import type { IndexableType, Table } from 'dexie';

export function rowsWith<Row, Key, Insert>(table: Table<Row, Key, Insert>, index: string, keys: readonly IndexableType[]): Promise<Row[]> {
  return forEach(keys, (key) => table.where(index).equals(key).toArray());
}

/** Primary keys of those rows. */
export function keysWith<Row, Key, Insert>(table: Table<Row, Key, Insert>, index: string, keys: readonly IndexableType[]): Promise<Key[]> {
  return forEach(keys, (key) => table.where(index).equals(key).primaryKeys());
}

function forEach<T>(keys: readonly IndexableType[], ask: (key: IndexableType) => PromiseLike<T[]>): Promise<T[]> {
  const unique = new Map(keys.map((key) => [String(key), key])).values();
  return Promise.all([...unique].map(ask)).then((answers) => answers.flat());
}
