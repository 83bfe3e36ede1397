/** The same rows, written with nothing but Dexie, and a record put with nothing but IndexedDB. */
import { Dexie } from 'dexie';
import type { AnnotationRow } from '../../../../src/store/schema.ts';
import { captureRef } from '../../../../src/store/schema.ts';
import { db } from './database.ts';

/** With the indexes that the tables of annotations and captures have, or with their keys alone. */
const floors = { 'bench indexed': true, 'bench keys': false };
const keysAlone = 'bench keys';

export interface FloorTimes {
  indexed: number;
  keys: number;
}

/** Writes all rows into databases of their own, in turns. @param chunk how many at a time */
export async function fillFloor(chunk: number): Promise<FloorTimes> {
  const [indexed, keys] = await Promise.all(Object.entries(floors).map(([name, isIndexed]) => openFloor(name, isIndexed)));
  const times: FloorTimes = { indexed: 0, keys: 0 };
  for (let last = ''; ;) {
    const annotations = await db.annotations.where(':id').above(last).limit(chunk).toArray();
    const end = annotations.at(-1);
    if (!end || !indexed || !keys) break;
    const captures = await db.captures.bulkGet(annotations.map(captureRef));
    times.indexed += await timeOfPut(indexed, annotations, captures);
    times.keys += await timeOfPut(keys, annotations, captures);
    last = end.id;
  }
  indexed?.close();
  keys?.close();
  return times;
}

/** How many annotations there are for a bare put to go among. */
export async function floorRows(): Promise<number> {
  if (!(await Dexie.exists(keysAlone))) return 0;
  const floor = await new Dexie(keysAlone).open();
  const count = await floor.table('annotations').count();
  floor.close();
  return count;
}

async function openFloor(name: string, isIndexed: boolean): Promise<Dexie> {
  await Dexie.delete(name);
  const floor = new Dexie(name, { chromeTransactionDurability: 'relaxed' });
  const stores = [db.annotations, db.captures].map(({ schema: { primKey, indexes } }) => (
    [primKey.src, ...(isIndexed ? indexes.map(({ src }) => src) : [])].join(', ')
  ));
  floor.version(1).stores({ annotations: stores[0] ?? '', captures: stores[1] ?? '' });
  return await floor.open();
}

async function timeOfPut(floor: Dexie, annotations: readonly unknown[], captures: readonly unknown[]): Promise<number> {
  const began = performance.now();
  await floor.transaction('rw', ['annotations', 'captures'], async () => {
    await floor.table('annotations').bulkPut(annotations);
    await floor.table('captures').bulkPut(captures);
  });
  return performance.now() - began;
}

let connection: Promise<IDBDatabase> | undefined;

/** Puts one record where there are as many, strictly, by the browser's own means. @returns how long it took until it was on disk */
export async function putBare(row: AnnotationRow): Promise<number> {
  const database = await (connection ??= openBare());
  return await new Promise((resolve, reject) => {
    const began = performance.now();
    const transaction = database.transaction('annotations', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve(performance.now() - began);
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.objectStore('annotations').put(row);
  });
}

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(keysAlone);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}
