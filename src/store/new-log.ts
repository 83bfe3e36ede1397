import { Dexie } from 'dexie';

/**
 * Has the browser begin a new log of what is written. Chromium keeps the databases of an extension in LevelDB, whose log may
 * end in half a record when the browser is killed. It goes on writing behind that, cannot read past it when it starts the
 * next time, and then throws the whole database away: https://github.com/google/leveldb/issues/1287. Once a database is deleted, and
 * be it an empty one, it begins a new log and needs the old one no more. In Firefox it does neither good nor harm.
 */
export async function beginNewLog(): Promise<void> {
  const scratch = new Dexie('new log');
  scratch.version(1).stores({});
  await scratch.open();
  await scratch.delete();
}
