import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { databaseId, readDatabaseId } from '../../../src/store/database-id.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { beginNewLog } from '../../../src/store/new-log.ts';
import { annotate, beginAnew, connect } from '../database.ts';

it('a database has one id, however many ask at once, also when all in it is erased; the one in its place has another', async () => {
  const db = connect();
  expect(await readDatabaseId(db)).toBeUndefined();
  const [id, ...others] = await Promise.all([databaseId(db), databaseId(connect('strict')), databaseId(db)]);
  expect(others).toEqual([id, id]);
  await annotate(db);
  await eraseEverything(db);
  expect(await readDatabaseId(db)).toBe(id);
  beginAnew();
  expect(await databaseId(connect())).not.toBe(id);
});

it('a new log leaves nothing behind', async () => {
  const db = connect();
  await annotate(db, { note: 'low tide' });
  await beginNewLog();
  expect(await Dexie.getDatabaseNames()).toEqual(['postil']);
  expect(await db.annotations.count()).toBe(1);
});
