import { expect, it } from 'vitest';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import { noQuery } from '../../../src/model/query.ts';
import { find } from '../../../src/store/find.ts';
import { purgeTags } from '../../../src/store/purge-tags.ts';
import type { Database } from '../../../src/store/schema.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { day, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect } from '../database.ts';

async function changed(db: Database, from: string, to: string | undefined, now: number): Promise<void> {
  const tags = (await db.tags.orderBy('key').toArray()).map(({ key: _, ...tag }) => tag);
  await writeTags(db, (to === undefined ? removal(tags, from, now) : renaming(tags, from, to, now))?.after ?? [], now);
}

const names = async (db: Database) => (await db.tags.toArray()).map(({ name }) => name).sort();
const shown = async (db: Database) => (await find(db, noQuery, { offset: 0, limit: 9 })).views.map(({ tags }) => tags.map(({ name }) => name).sort());

it('what was deleted or merged goes after thirty days, and leaves what is shown as it was', async () => {
  const db = connect();
  await annotate(db, { tags: ['gone', 'quay', 'other'], post: { postId: 1 } });
  await annotate(db, { tags: ['quay', 'pier'], post: { postId: 2 } });
  await maintainIndex(db, noon);
  await changed(db, 'gone', undefined, noon);
  await changed(db, 'quay', 'pier', noon);
  const before = await shown(db);
  const revs = async () => (await db.annotations.toArray()).map(({ rev, updatedAt }) => [rev, updatedAt]);
  const written = await revs();

  await purgeTags(db, noon + 30 * day);
  expect(await names(db)).toEqual(['gone', 'other', 'pier', 'quay']);
  await purgeTags(db, noon + 31 * day);
  expect(await names(db)).toEqual(['other', 'pier']);
  expect(await shown(db)).toEqual(before);
  expect(before.toSorted()).toEqual([['other', 'pier'], ['pier']]);
  expect(await revs()).toEqual(written);
  await maintainIndex(db, noon + 31 * day);
  expect(await shown(db)).toEqual(before);
  await expectSound(db);
});

it('one that another was merged into since stays as long as that one', async () => {
  const db = connect();
  await annotate(db, { tags: ['a', 'b'] });
  await changed(db, 'a', 'b', noon + 20 * day);
  await changed(db, 'b', undefined, noon);
  await purgeTags(db, noon + 31 * day);
  expect(await names(db)).toEqual(['a', 'b']);
  await expectSound(db);
  await purgeTags(db, noon + 51 * day);
  expect(await names(db)).toEqual([]);
  await expectSound(db);
});

it('they wait as long as an import can be taken back, which may need them', async () => {
  const db = connect();
  await annotate(db, { tags: ['gone'] });
  await changed(db, 'gone', undefined, noon);
  await db.imports.put({ key: 0 } as never);
  await purgeTags(db, noon + 31 * day);
  expect(await names(db)).toEqual(['gone']);
});
