import { describe, expect, it } from 'vitest';
import type { DBCore } from 'dexie';
import { noQuery } from '../../../src/model/query.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { type TagChange, removal, renaming, undoing } from '../../../src/model/tag-changes.ts';
import { readBackup } from '../../../src/store/backup.ts';
import { facets } from '../../../src/store/facets.ts';
import { find } from '../../../src/store/find.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tagNames, tagUses } from '../../../src/store/tags.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { checkData } from '../../../src/store/check.ts';
import { aTag, minute, noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';

const now = noon + minute;
const page = { offset: 0, limit: 50 };

async function living(db: Database): Promise<Tag[]> {
  return (await db.tags.orderBy('key').toArray()).map(({ key: _, ...tag }) => tag);
}

async function renames(db: Database, from: string, to: string): Promise<TagChange> {
  const change = renaming(await living(db), from, to, now);
  expect(await writeTags(db, change?.after ?? [], now)).toBe(true);
  return change ?? { before: [], after: [] };
}

async function shown(db: Database): Promise<string[][]> {
  return (await find(db, { ...noQuery, sort: 'created' }, page)).views.map(({ tags }) => tags.map(({ name }) => name));
}

const counts = async (db: Database) => (await facets(db, noQuery)).tags.map(({ name, count }) => [name, count]);

/** Every row that is written, by its table. */
function written(db: Database): string[] {
  const rows: string[] = [];
  db.use({
    stack: 'dbcore', name: 'written', create: (core: DBCore) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            if (request.type === 'put' || request.type === 'add') rows.push(...request.values.map(() => name));
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return rows;
}

describe('a renamed tag', () => {
  it('is one row written, however many annotations have it', async () => {
    const db = connect();
    for (let postId = 1; postId <= 40; postId++) await annotate(db, { tags: ['ports'], post: { postId } });
    const other = connect();
    const rows = written(other);
    await renames(other, 'ports', 'Harbours');
    expect(rows.toSorted()).toEqual(['options', 'tags']);
    expect(await counts(db)).toEqual([['Harbours', 40]]);
  });

  it('counts as a change that was not exported', async () => {
    const db = connect();
    await annotate(db, { tags: ['ports'] });
    await renames(db, 'ports', 'harbours');
    expect((await readBackup(db)).changes).toBe(2);
  });
});

describe.each([['with the index', true], ['without it', false]])('a merged tag, %s', (_, indexed) => {
  async function merged() {
    const db = connect();
    const both = await annotate(db, { tags: ['quay', 'pier'], post: { postId: 1 }, now: noon + 1 });
    await annotate(db, { tags: ['quay'], post: { postId: 2 }, now: noon + 2 });
    if (indexed) await maintainIndex(db, noon);
    return { db, both, change: await renames(db, 'quay', 'PIER') };
  }

  it('is the one that it became, once, wherever it is read', async () => {
    const { db, both } = await merged();
    expect(await shown(db)).toEqual([['pier'], ['pier']]);
    expect(await counts(db)).toEqual([['pier', 2]]);
    expect((await find(db, { ...noQuery, text: 'tag:pier' }, page)).total).toBe(2);
    expect((await find(db, { ...noQuery, text: 'quay' }, page)).total).toBe(0);
    expect(await tagNames(db, (await stored(db, both.id)).tagIds)).toEqual(['pier']);
    expect((await tagUses(db)).map(({ name, uses }) => [name, uses])).toEqual([['pier', 2]]);
    expect((await checkData(db, {})).problems).toEqual([]);
  });

  it('is saved again without a change, and edited by its new name', async () => {
    const { db, both } = await merged();
    expect(await annotate(db, { tags: ['pier'], post: { postId: 1 }, rev: 1 })).toMatchObject({ status: 'saved', rev: 1 });
    expect(await annotate(db, { tags: ['pier', 'new'], post: { postId: 1 }, rev: 1 })).toMatchObject({ status: 'saved', rev: 2 });
    expect(await tagNames(db, (await stored(db, both.id)).tagIds)).toEqual(['pier', 'new']);
  });

  it('is taken apart again by Undo, exactly', async () => {
    const { db, change } = await merged();
    expect(await writeTags(db, undoing(change), now)).toBe(true);
    expect(await shown(db)).toEqual([['quay'], ['quay', 'pier']]);
    expect((await find(db, { ...noQuery, text: 'tag:quay' }, page)).total).toBe(2);
  });

  it('follows when that one is merged in its turn, and goes when that is deleted', async () => {
    const { db } = await merged();
    await annotate(db, { tags: ['dock'], post: { postId: 3 }, now: noon + 3 });
    await renames(db, 'pier', 'dock');
    expect(await shown(db)).toEqual([['dock'], ['dock'], ['dock']]);
    await writeTags(db, removal(await living(db), 'dock', now).after, now);
    expect(await shown(db)).toEqual([[], [], []]);
    expect(await counts(db)).toEqual([]);
  });
});

describe('a deleted tag', () => {
  it('is on no annotation, and back on each with Undo', async () => {
    const db = connect();
    await annotate(db, { tags: ['ports', 'ports/quay', 'other'] });
    const change = removal(await living(db), 'ports', now);
    expect(await writeTags(db, change.after, now)).toBe(true);
    expect(await shown(db)).toEqual([['other']]);
    await writeTags(db, undoing(change), now);
    expect(await shown(db)).toEqual([['ports', 'ports/quay', 'other']]);
  });
});

describe('tags are not written', () => {
  async function one() {
    const db = connect();
    await annotate(db, { tags: ['a', 'b'] });
    const [a, b] = await living(db);
    if (!a || !b) throw new Error('there are no tags');
    return { db, a, b };
  }

  it('when one of them was changed meanwhile: none of them', async () => {
    const { db, a, b } = await one();
    await renames(db, 'b', 'c');
    expect(await writeTags(db, [{ ...a, name: 'x', rev: 2 }, { ...b, name: 'y', rev: 2 }], now)).toBe(false);
    expect((await living(db)).map(({ name }) => name)).toEqual(['a', 'c']);
  });

  it('when the name is that of another', async () => {
    const { db, a } = await one();
    expect(await writeTags(db, [{ ...a, name: 'B', rev: 2 }], now)).toBe(false);
  });

  it('when they would be merged in a circle, or into what is not there', async () => {
    const { db, a, b } = await one();
    expect(await writeTags(db, [{ ...a, mergedInto: b.id, rev: 2 }, { ...b, mergedInto: a.id, rev: 2 }], now)).toBe(false);
    expect(await writeTags(db, [{ ...a, mergedInto: 'nobody', rev: 2 }], now)).toBe(false);
    expect(await writeTags(db, [{ ...a, mergedInto: a.id, rev: 2 }], now)).toBe(false);
  });

  it('but a name that was given up may be taken', async () => {
    const { db } = await one();
    const rows = await db.tags.orderBy('key').toArray();
    await writeTags(db, removal(rows, 'a', now).after, now);
    expect(await writeTags(db, renaming(rows, 'b', 'A', now)?.after ?? [], now)).toBe(false);
    expect(await writeTags(db, renaming(await living(db), 'b', 'A', now)?.after ?? [], now)).toBe(true);
    expect((await living(db)).map(({ name }) => name)).toEqual(['A']);
  });

  it('but names may change places', async () => {
    const { db, a, b } = await one();
    expect(await writeTags(db, [{ ...a, name: 'b', rev: 2 }, { ...b, name: 'a', rev: 2 }], now)).toBe(true);
    expect((await living(db)).map(({ id }) => id)).toEqual([b.id, a.id]);
  });

  it('and a new one may be made', async () => {
    const { db } = await one();
    expect(await writeTags(db, [aTag('fresh')], now)).toBe(true);
    expect((await tagUses(db)).map(({ name }) => name)).toEqual(['a', 'b', 'fresh']);
  });
});
