/** What tells this database from one that takes its place, should the browser throw it away. */
import * as v from 'valibot';
import { Id } from '../model/id.ts';
import type { Database } from './schema.ts';

const idOption = 'databaseId';

/** @returns undefined when it has none yet */
export async function readDatabaseId(db: Database): Promise<string | undefined> {
  const { success, output } = v.safeParse(Id, (await db.options.get(idOption))?.value);
  return success ? output : undefined;
}

/** Gives it one unless it has one. Erasing everything leaves it. */
export function databaseId(db: Database): Promise<string> {
  return db.transaction('rw', db.options, async () => {
    const known = await readDatabaseId(db);
    const id = known ?? crypto.randomUUID();
    if (known === undefined) await db.options.put({ name: idOption, value: id });
    return id;
  });
}
