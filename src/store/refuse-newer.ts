/** Keeps Dexie from opening what a newer version of Postil wrote. */
import { NewerDatabaseError } from '../model/newer-database.ts';

/**
 * Dexie asks for its own version, and when the browser refuses because the stored one is higher, it asks again for
 * whatever there is; then it reads and writes, and even adds the indexes that it misses.
 * https://github.com/dexie/Dexie.js/issues/2097
 */
export function refuseNewer(factory: IDBFactory): IDBFactory {
  return {
    open(name, version) {
      if (version === undefined) throw new NewerDatabaseError();
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}
