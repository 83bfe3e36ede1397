/** A database of its own for each test. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach } from 'vitest';
import type { SaveOutcome, Target } from '../../src/model/annotation.ts';
import type { Post } from '../../src/model/post.ts';
import { type OfferedPost, saveOnPost } from '../../src/store/annotations.ts';
import { Database } from '../../src/store/schema.ts';
import { anOffer, noon, wholePost } from './builders.ts';

let opened: Database[] = [];

/** From here on, connections are to a database with nothing in it, for tests that begin anew many times. */
export function beginAnew(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
}

beforeEach(beginAnew);

afterEach(() => {
  for (const db of opened) db.close();
  opened = [];
});

/** A connection to the test's database; a second one sees what the first one wrote. */
export function connect(durability: 'strict' | 'relaxed' = 'relaxed'): Database {
  const db = new Database(durability);
  opened.push(db);
  return db;
}

export interface Writing {
  post?: Partial<Post>;
  offer?: Partial<OfferedPost>;
  target?: Target;
  tags?: string[];
  note?: string;
  rev?: number;
  now?: number;
}

/** Saves on a post, as the editor does. */
export function annotate(db: Database, writing: Writing = {}): Promise<SaveOutcome> {
  const { post = {}, offer = {}, target = wholePost, tags = [], note = '', rev = 0, now = noon } = writing;
  return saveOnPost(db, anOffer(post, offer), target, { tags, note }, rev, { now, app: '0.1.0' });
}

/** The one row of the annotation. */
export async function stored(db: Database, id: string) {
  const row = await db.annotations.get(id);
  if (!row) throw new Error('There is no such annotation.');
  return row;
}

/** All rows, by the names of their tables. */
export type Contents = Record<string, unknown[]>;

export async function contents(db: Database): Promise<Contents> {
  const rows = await db.transaction('r', db.tables, () => Promise.all(db.tables.map((table) => table.toArray())));
  return Object.fromEntries(db.tables.map((table, i) => [table.name, rows[i] ?? []]));
}

/** Has the database hold these and nothing else. */
export async function putBack(db: Database, rows: Contents): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut(rows[table.name] ?? []);
    }
  });
}
