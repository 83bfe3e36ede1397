/** Databases of earlier versions open, with all that is in them. */
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { facets } from '../../../src/store/facets.ts';
import { find } from '../../../src/store/find.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { rebuildProgress } from '../../../src/store/search/progress.ts';
import { addToWorklist, worklistMarks } from '../../../src/store/worklist.ts';
import { idOf, isDeleted, oldDatabase, oldVersions, writeOldDatabase } from '../../faults/old-databases.ts';
import { noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, beginAnew, connect } from '../database.ts';

/** What version 4 had beside it: the index of words. */
const version4 = {
  changed: '++seq', segments: '++id', columns: '[segment+name+part]', postings: '[segment+block]', places: '[segment+block]',
};

/** As version 3 had it: without an index of words. */
const version3 = {
  annotations: 'id, &slot, [channelRef+postId], updatedAt, createdAt, deletedAt, *tagIds',
  captures: '[channelRef+postId+id], *content.memberIds',
  originals: '[channelRef+postId+id]',
  channels: 'id, &telegramId, *handleKeys',
  tags: 'id, &key',
  authors: 'id',
  drafts: '[channelRef+postId+targetKey]',
  options: 'name',
  imports: 'key',
};

it('what was written before there was an index is found, and is indexed when there is time', async () => {
  const made = connect();
  await annotate(made, { note: 'low tide', tags: ['ports'] });
  await annotate(made, { post: { postId: 2 }, note: 'high tide', tags: ['ports'] });
  const rows = await Promise.all(Object.keys(version3).map(async (name) => [name, await made.table(name).toArray()] as const));
  made.close();

  beginAnew();
  const old = new Dexie('postil', { indexedDB: Dexie.dependencies.indexedDB, IDBKeyRange: Dexie.dependencies.IDBKeyRange });
  old.version(3).stores(version3);
  for (const [name, all] of rows) await old.table(name).bulkAdd(all);
  old.close();

  const db = connect();
  const search = () => find(db, { ...noQuery, text: 'low ti' }, { offset: 0, limit: 10 });
  expect((await search()).views).toMatchObject([{ annotation: { note: 'low tide' } }]);
  expect(await rebuildProgress(db)).toEqual({ done: 0, total: 2 });
  expect((await facets(db, noQuery)).tags).toMatchObject([{ name: 'ports', count: 2 }]);
  await maintainIndex(db, noon);
  expect(await rebuildProgress(db)).toBeUndefined();
  expect(await db.segments.count()).toBe(1);
  expect((await search()).views).toMatchObject([{ annotation: { note: 'low tide' } }]);
  await expectSound(db);
});

it('what was written before there was a worklist is all there, indexed as it was, and takes one', async () => {
  const made = connect();
  await annotate(made, { note: 'low tide', tags: ['ports'] });
  await maintainIndex(made, noon);
  await annotate(made, { post: { postId: 2 }, note: 'high tide' });
  const rows = await Promise.all(Object.keys({ ...version3, ...version4 }).map(async (name) => [name, await made.table(name).toArray()] as const));
  made.close();

  beginAnew();
  const old = new Dexie('postil', { indexedDB: Dexie.dependencies.indexedDB, IDBKeyRange: Dexie.dependencies.IDBKeyRange });
  old.version(4).stores({ ...version3, ...version4 });
  for (const [name, all] of rows) await old.table(name).bulkAdd(all);
  old.close();

  const db = connect();
  expect(await rebuildProgress(db)).toBeUndefined();
  expect(await db.segments.count()).toBe(1);
  expect((await find(db, { ...noQuery, text: 'tide' }, { offset: 0, limit: 10 })).total).toBe(2);
  expect(await addToWorklist(db, [{ handle: 'garden_notes', postId: 2 }], noon)).toBe(1);
  expect((await worklistMarks(db)).marks.get('garden_notes/2')).toMatchObject({ hasNote: true });
  await expectSound(db);
});

it('a new database has nothing to be indexed', async () => {
  expect(await rebuildProgress(connect())).toBeUndefined();
});

it.each(oldVersions)('version %i opens, and nothing that it held is lost or changed', async (version) => {
  const count = 120;
  const old = oldDatabase(version, count, noon);
  await writeOldDatabase(JSON.stringify(old), Dexie.dependencies.indexedDB);

  const db = connect();
  await db.open();
  // Whoever adds a version adds what a database of it is.
  expect(db.verno).toBe(oldVersions.at(-1));
  for (const [name, { rows }] of Object.entries(old.stores)) {
    const now = (await db.table(name).toArray()).map((row) => (name === 'originals' ? { ...row, gzip: [...row.gzip] } : row));
    expect(sorted(now), name).toEqual(sorted(rows));
  }
  await expectSound(db);

  const living = Array.from({ length: count }, (_, i) => i).filter((i) => !isDeleted(i)).length + (version >= 6 ? 1 : 0);
  const search = () => find(db, { ...noQuery, text: 'written long' }, { offset: 0, limit: 10 });
  expect((await search()).total).toBe(living);
  await maintainIndex(db, noon);
  expect(await rebuildProgress(db)).toBeUndefined();
  expect((await search()).total).toBe(living);
  const first = await db.annotations.get(idOf(1));
  expect(await annotate(db, { post: { handle: 'garden_log', postId: 20, telegramId: 1_000_000_001 }, note: 'New', rev: first?.rev ?? 0, now: noon + 1 }))
    .toEqual({ status: 'saved', id: idOf(1), rev: 2 });
  await expectSound(db);
});

/** By whatever is their key, in an order that is not that of the database. */
function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
}
