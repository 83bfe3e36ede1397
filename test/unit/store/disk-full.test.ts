/** The disk is full at any one of the writes that a call makes. */
import { type DBCore, Dexie, type Middleware } from 'dexie';
import { IDBDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../../src/messages/failures.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { recordExport, snoozeBackup } from '../../../src/store/backup.ts';
import { writeDraft } from '../../../src/store/drafts.ts';
import { exportSource } from '../../../src/store/export.ts';
import type { Database } from '../../../src/store/schema.ts';
import { minute, noon, wholePost } from '../builders.ts';
import { annotate, connect } from '../database.ts';

const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');

type Way = 'refused' | 'taken back at the end';

/** Aborts a transaction when all else is done, as browsers do that count what there is at the end. */
function abortAtTheEnd(transaction: IDBTransaction, name: string): void {
  Object.defineProperty(transaction, 'error', { get: full });
  // Requests of its own keep it open so long.
  let patience = 100;
  const wait = () => {
    patience -= 1;
    if (patience === 0) transaction.abort();
    else transaction.objectStore(name).count().addEventListener('success', wait);
  };
  wait();
}

/** Fails the write with this number, counted from 1, and tells how many there were. */
function failing(nth: number, way: Way): Middleware<DBCore> & { writes: () => number } {
  let writes = 0;
  return {
    stack: 'dbcore',
    name: 'disk-full',
    writes: () => writes,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          // No async function: run side by side with others, it makes Dexie lose its transaction.
          mutate: (request) => {
            writes += 1;
            if (writes !== nth) return table.mutate(request);
            if (way === 'refused') return Dexie.Promise.reject(full());
            abortAtTheEnd(request.trans as unknown as IDBTransaction, name);
            return table.mutate(request);
          },
        };
      },
    }),
  };
}

async function contents(db: Database): Promise<unknown> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

async function exported(db: Database): Promise<string[]> {
  const notes: string[] = [];
  for await (const views of (await exportSource(db)).annotations) notes.push(...views.map(({ annotation }) => annotation.note));
  return notes.sort();
}

/** An annotation that was deleted, one made anew in its place, one beside it, each with a draft; one of a renamed channel. */
async function furnish(): Promise<string[]> {
  const db = connect();
  const ids: string[] = [];
  for (const [note, postId] of [['deleted', 42], ['anew', 42], ['beside', 43]] as const) {
    const { id } = await annotate(db, { post: { postId }, note, tags: ['сад', note] });
    if (note === 'deleted') await deleteAnnotation(db, id, noon + minute);
    await writeDraft(db, { handle: 'garden_notes', postId }, wholePost, { tags: [], pending: '', note: 'typed', rev: 1 }, noon);
    ids.push(id);
  }
  await annotate(db, { post: { handle: 'old_garden', telegramId: 5 }, note: 'renamed' });
  db.close();
  return ids;
}

type Call = (db: Database, ids: string[]) => Promise<unknown>;
const post = { handle: 'garden_notes', postId: 42 };
const typed = { tags: ['half'], pending: 'a', note: 'typed more', rev: 1 };
const nothing = async (): Promise<string[]> => [];

const calls: [string, Call, typeof furnish][] = [
  ['the first save of all', (db) => annotate(db, { tags: ['new', 'newer'], note: 'typed', offer: { html: '<p>' } }), nothing],
  ['a first save on a post', (db) => annotate(db, { post: { handle: 'other', telegramId: 7 }, tags: ['new'], note: 'typed' }), furnish],
  ['a save on a post that is annotated', (db) => annotate(db, { note: 'typed', tags: ['new'], rev: 3 }), furnish],
  ['a save that finds two channels to be one', (db) => annotate(db, { post: { telegramId: 5, postId: 43 }, note: 'typed', rev: 1 }), furnish],
  ['a save where the post is not at hand', (db, [, , id = '']) => saveById(db, id, { tags: ['new'], note: 'typed' }, 1, noon), furnish],
  ['a deletion', (db, [, , id = '']) => deleteAnnotation(db, id, noon), furnish],
  ['a restoration that joins two texts', (db, [id = '']) => restoreAnnotation(db, id, noon), furnish],
  ['a draft', (db) => writeDraft(db, post, wholePost, typed, noon), furnish],
  ['a draft on a post of another channel', (db) => writeDraft(db, { handle: 'other', postId: 1 }, wholePost, typed, noon), furnish],
  ['the record of an export', (db) => recordExport(db, 1, noon), furnish],
  ['a reminder put off', (db) => snoozeBackup(db, noon), furnish],
];

describe.each<Way>(['refused', 'taken back at the end'])('when for want of room any write is %s', (way) => {
  it.each(calls)('during %s, nothing is half written, the reason is told, all can be exported, and with room it is done', async (_, call, prepare) => {
    let nth = 1;
    for (; ; nth += 1) {
      const ids = await prepare();
      const db = connect('strict');
      const [before, notes] = [await contents(db), await exported(db)];
      db.close({ disableAutoOpen: false });
      const middleware = failing(nth, way);
      db.use(middleware);
      const failure: unknown = await call(db, ids).then(() => undefined, (error: unknown) => error);
      if (failure === undefined) {
        expect(middleware.writes()).toBe(nth - 1);
        break;
      }
      expect(explainFailure(failure).code, `write ${nth}`).toBe('disk-full');
      expect(await contents(db), `write ${nth}`).toEqual(before);
      expect(await exported(db), `write ${nth}`).toEqual(notes);
      await expect(call(db, ids), `after write ${nth}`).resolves.not.toThrow();
      await db.delete();
    }
    expect(nth).toBeGreaterThan(1);
  });
});

/** As Firefox has it: after a transaction that found no room, the next one of the connection may only delete. */
function letOnlyDeleteOnceFull(): void {
  const begin = IDBDatabase.prototype.transaction;
  const watched = new WeakSet<IDBDatabase>();
  const mayOnlyDelete = new WeakSet<IDBDatabase>();
  const watch = (connection: IDBDatabase) => connection.addEventListener('abort', ({ target }) => {
    if ((target as IDBTransaction).error?.name === 'QuotaExceededError') mayOnlyDelete.add(connection);
  }, { capture: true });
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
    if (!watched.has(this)) watch(this);
    watched.add(this);
    const transaction = begin.call(this, names, mode, options);
    if (mode !== 'readwrite' || !mayOnlyDelete.delete(this)) return transaction;
    const open = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => Object.assign(open(name), { put: refuse, add: refuse });
    return transaction;
  });
}

function refuse(): never {
  throw new DOMException('a mutation operation was attempted on a database that did not allow mutations', 'InvalidStateError');
}

it('the first write after one that found no room is made, though Firefox would let it only delete', async () => {
  letOnlyDeleteOnceFull();
  const db = connect('strict');
  db.use(failing(1, 'taken back at the end'));
  await expect(annotate(db, { note: 'typed' })).rejects.toThrow();
  expect(await annotate(db, { note: 'typed' })).toMatchObject({ status: 'saved' });
  vi.restoreAllMocks();
});
