import { describe, expect, it } from 'vitest';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { find, findIds } from '../../../src/store/find.ts';
import { beginRebuild } from '../../../src/store/search/rebuild.ts';
import type { Page } from '../../../src/model/view.ts';
import type { Database } from '../../../src/store/schema.ts';
import { noon } from '../builders.ts';
import { type Writing, annotate, connect, stored } from '../database.ts';
import { type Query, noQuery } from '../../../src/model/query.ts';

const all: Page = { offset: 0, limit: 50 };

async function notes(db: Database, query: Partial<Query> = {}, page = all): Promise<string[]> {
  return (await find(db, { ...noQuery, ...query }, page)).views.map(({ annotation }) => annotation.note);
}

/** Annotations of posts 1, 2, 3 …, each a minute after the one before. */
async function withNotes(...writings: Writing[]): Promise<Database> {
  const db = connect();
  for (const [i, { post, ...writing }] of writings.entries()) {
    await annotate(db, { now: noon + i * 60_000, post: { postId: i + 1, text: '', ...post }, ...writing });
  }
  return db;
}

describe('the list', () => {
  it('has what was changed last first', async () => {
    const db = await withNotes({ note: 'a' }, { note: 'b' }, { note: 'c' });
    expect(await notes(db)).toEqual(['c', 'b', 'a']);
    await annotate(db, { post: { postId: 1 }, note: 'a again', rev: 1, now: noon + 9 * 60_000 });
    expect(await notes(db)).toEqual(['a again', 'c', 'b']);
  });

  it('leaves out what was deleted', async () => {
    const db = await withNotes({ note: 'a' }, { note: 'b' });
    const { id } = (await find(db, { ...noQuery, text: 'b' }, all)).views[0]?.annotation ?? { id: '' };
    await deleteAnnotation(db, id, noon);
    expect(await notes(db)).toEqual(['a']);
    expect(await find(db, { ...noQuery, text: 'b' }, all)).toEqual({ views: [], total: 0 });
  });

  it.each(['', 'same'])('comes in pages, for %j', async (text) => {
    const db = await withNotes(...['a', 'b', 'c', 'd', 'e'].map((letter) => ({ note: `${letter} same` })));
    const page = async (offset: number): Promise<string> => (await notes(db, { text }, { offset, limit: 2 })).map((note) => note[0]).join('');
    expect([await page(0), await page(2), await page(4), await page(6)]).toEqual(['ed', 'cb', 'a', '']);
    expect((await find(db, { ...noQuery, text }, { offset: 4, limit: 2 })).total).toBe(5);
  });
});

it.each(['with an index', 'without one'])('ids are those of all that is found, in its order, %s', async (how) => {
  const db = await withNotes(...['a', 'b', 'c', 'd'].map((letter) => ({ note: letter, tags: letter === 'c' ? [] : ['x'] })));
  if (how === 'without one') await beginRebuild(db);
  const query: Query = { ...noQuery, filters: ['tag:x'], sort: 'created' };
  const found = (await find(db, query, all)).views.map(({ annotation }) => annotation);
  expect(found.map(({ note }) => note)).toEqual(['d', 'b', 'a']);
  expect(await findIds(db, query)).toEqual(found.map(({ id }) => id));
  expect(await findIds(db, query, { offset: 1, limit: 1 })).toEqual([found[1]?.id]);
});

describe('words', () => {
  it.each<[string, Writing]>([
    ['the note', { note: 'Тюльпаны цветут' }],
    ['a tag', { tags: ['сад/тюльпаны'] }],
    ['the post', { post: { text: 'Вот тюльпаны' } }],
    ['the channel\'s title', { post: { channelTitle: 'Тюльпаны', handle: 'orchard' } }],
    ['whom it is forwarded from', { post: { forwardedFrom: { name: 'Тюльпаны' } } }],
    ['the signature', { post: { signature: 'Тюльпанова' } }],
  ])('are found in %s', async (_, writing) => {
    const db = await withNotes(writing, { post: { postId: 2, handle: 'elsewhere', channelTitle: 'Else' }, note: 'other' });
    const { views, total } = await find(db, { ...noQuery, text: 'ТЮЛЬПАН' }, all);
    expect(total).toBe(1);
    expect(views[0]?.annotation.postId).toBe(1);
  });

  it('are found in a handle, the former one too', async () => {
    const db = await withNotes({ note: 'a', post: { handle: 'garden', telegramId: 5 } }, { note: 'b', post: { handle: 'orchard', telegramId: 5 } });
    expect(await notes(db, { text: 'garden' })).toEqual(['b', 'a']);
  });

  it('must all be there, in whatever field', async () => {
    const db = await withNotes({ note: 'red', tags: ['tulip'] }, { note: 'red' }, { tags: ['tulip'], note: 'white' });
    expect(await notes(db, { text: 'tul red' })).toEqual(['red']);
    expect(await notes(db, { text: 'tul blue' })).toEqual([]);
  });

  it('are found beyond the first rows that are read at once', { timeout: 20_000 }, async () => {
    const db = await withNotes({ note: 'needle' });
    const { id, slot, ...row } = await stored(db, (await db.annotations.toArray())[0]?.id ?? '');
    await db.annotations.bulkAdd(Array.from({ length: 700 }, (_, i) => ({
      ...row, id: `${id}-${i}`, slot: `${slot}-${i}`, note: i % 600 === 0 ? 'needle' : 'hay', updatedAt: noon + 1 + i,
    })));
    await beginRebuild(db);
    const { views, total } = await find(db, { ...noQuery, text: 'needle' }, { offset: 1, limit: 5 });
    expect([total, ...views.map(({ annotation }) => annotation.updatedAt - noon)]).toEqual([3, 1, 0]);
  });
});

describe('filters', () => {
  it('by tag, by channel, by both and with words', async () => {
    const db = await withNotes(
      { note: 'one two', tags: ['x'] }, { note: 'two', tags: ['y', 'x'] }, { note: 'three', tags: ['x'], post: { handle: 'orchard' } }, { note: 'four' },
    );
    const [x, garden] = ['tag:x', 'channel:@garden_notes'];
    expect(await notes(db, { filters: [x] })).toEqual(['three', 'two', 'one two']);
    expect(await notes(db, { filters: [garden] })).toEqual(['four', 'two', 'one two']);
    expect(await notes(db, { filters: [x, garden] })).toEqual(['two', 'one two']);
    expect(await notes(db, { filters: [x, garden], text: 'one' })).toEqual(['one two']);
    expect(await notes(db, { filters: ['tag:none'] })).toEqual([]);
    expect((await find(db, { ...noQuery, filters: [x] }, { offset: 0, limit: 1 })).total).toBe(3);
  });
});
