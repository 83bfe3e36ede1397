/** A disk that is full, or cannot be read, at a use of the store that one chooses. */
import { IDBDatabase } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Database } from '../../../src/store/schema.ts';
import { withSteps, withWrites } from '../steps.ts';

const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');

/** Of the writes only, each can also seem to succeed: browsers that count at the end abort the transaction then. */
export type Way = 'refused' | 'taken back at the end';

/** Fails one use of the store. */
export class Disk {
  /** Its number, counted from 1. */
  #failing = Infinity;
  #uses = 0;
  #way: Way = 'refused';

  failAt(nth: number, way: Way): void {
    [this.#failing, this.#way, this.#uses] = [nth, way, 0];
  }

  repair(): void {
    this.#failing = Infinity;
  }

  get hasFailed(): boolean {
    return this.#uses >= this.#failing;
  }

  attach(db: Database): Database {
    const isDue = (way: Way) => {
      if (way === this.#way) this.#uses += 1;
      return way === this.#way && this.#uses === this.#failing;
    };
    withWrites(db, (name, request) => {
      if (isDue('taken back at the end')) abortAtTheEnd(request.trans as unknown as IDBTransaction, name);
    });
    return withSteps(db, () => {
      if (isDue('refused')) throw full();
    });
  }
}

/** Aborts a transaction when all else is done, be it that it is told so or that nothing more comes. */
function abortAtTheEnd(transaction: IDBTransaction, name: string): void {
  Object.defineProperty(transaction, 'error', { get: full });
  Object.defineProperty(transaction, 'commit', { value: () => transaction.abort() });
  // Requests of its own keep it open so long.
  let patience = 100;
  const wait = () => {
    patience -= 1;
    if (patience === 0) transaction.abort();
    else transaction.objectStore(name).count().addEventListener('success', wait);
  };
  wait();
}

/** As Firefox has it: after a transaction that found no room, the next one of the connection may only delete. */
export function letOnlyDeleteOnceFull(): void {
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
