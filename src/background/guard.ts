/** Keeps the browser from throwing the database away, and notes which one it is, so that it is noticed if it does. */
import { databaseId } from '../store/database-id.ts';
import { beginNewLog } from '../store/new-log.ts';
import type { Database } from '../store/schema.ts';
import { readDatabaseMark, writeDatabaseMark } from '../webext/database-mark.ts';
import { readSession, writeSession } from '../webext/session.ts';

const key = 'new log';

/** For each start of the worker; what it does is done at the first one after the browser's. */
export async function guardDatabase(db: Database): Promise<void> {
  if (key in await readSession()) return;
  const id = await databaseId(db);
  if (await readDatabaseMark() === undefined) await writeDatabaseMark(id);
  await beginNewLog();
  await writeSession(key, true);
}
