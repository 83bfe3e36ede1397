/** Rows that a broken disk or another version left behind. */
import { type MockInstance, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { exportSource } from '../../../src/store/export.ts';
import { facets } from '../../../src/store/facets.ts';
import { find } from '../../../src/store/find.ts';
import { annotationsOfPosts } from '../../../src/store/posts.ts';
import type { AnnotationRow, Database } from '../../../src/store/schema.ts';
import { tagUses } from '../../../src/store/tags.ts';
import { viewsOf } from '../../../src/store/views.ts';
import { annotate, connect, stored } from '../database.ts';

let reported: MockInstance;
beforeEach(() => { reported = vi.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { reported.mockRestore(); });

const broken: [string, Record<string, unknown>][] = [
  ['a note that is no text', { note: 7 }],
  ['no tags', { tagIds: undefined }],
  ['tags that are no list', { tagIds: 7 }],
  ['a tag that has no id', { tagIds: [null] }],
  ['no channel', { channelRef: undefined }],
  ['no post', { postId: 'forty-two' }],
  ['no capture', { captureId: undefined }],
  ['a capture that is not there', { captureId: 'nowhere' }],
  ['no author', { authorId: undefined }],
  ['an author who is not there', { authorId: 'nobody' }],
  ['a time that no calendar can write', { createdAt: 8.65e15 }],
  ['no circumstances', { seen: undefined }],
];

/** Two annotations, of which the first is then broken. */
async function withBroken(changes: Record<string, unknown>): Promise<Database> {
  const db = connect();
  const { id } = await annotate(db, { post: { postId: 1 }, note: 'broken tulips', tags: ['сад'] });
  await annotate(db, { post: { postId: 2 }, note: 'tulips', tags: ['сад'] });
  const row = { ...await stored(db, id), ...changes };
  await db.annotations.put(row as AnnotationRow);
  return db;
}

const isReported = (): void => { expect(reported).toHaveBeenCalledWith(expect.stringContaining('unreadable'), expect.anything(), expect.anything()); };

it('what is erased while it is read is no fault', async () => {
  const db = connect();
  const { id } = await annotate(db, { note: 'tulips' });
  const row = await stored(db, id);
  await eraseEverything(db);
  expect(await viewsOf(db, [row])).toEqual([]);
  expect(reported).not.toHaveBeenCalled();
});

describe.each(broken)('an annotation with %s is reported and left out', (_, changes) => {
  it.each(['', 'tul'])('of a search for %j', async (text) => {
    const { views } = await find(await withBroken(changes), { ...noQuery, text }, { offset: 0, limit: 10 });
    expect(views.map(({ annotation }) => annotation.note)).toEqual(['tulips']);
    isReported();
  });

  it('of an export', async () => {
    const notes: string[] = [];
    for await (const views of (await exportSource(await withBroken(changes))).annotations) notes.push(...views.map(({ annotation }) => annotation.note));
    expect(notes).toEqual(['tulips']);
    isReported();
  });

  it('of a page', async () => {
    const posts = await annotationsOfPosts(await withBroken(changes), [{ handle: 'garden_notes', postId: 1 }, { handle: 'garden_notes', postId: 2 }]);
    expect(posts.map((views) => views.map(({ annotation }) => annotation.note))).toEqual([[], ['tulips']]);
  });

  it('and filters and suggestions work', async () => {
    const db = await withBroken(changes);
    const { tags: [first] } = await facets(db, noQuery);
    expect(first?.name).toBe('сад');
    expect((await find(db, { ...noQuery, filters: ['tag:сад'] }, { offset: 0, limit: 10 })).views).toHaveLength(1);
    expect(await tagUses(db)).toMatchObject([{ name: 'сад' }]);
  });
});

it('an annotation whose tag is not there is shown without it', async () => {
  const db = await withBroken({ tagIds: ['nowhere'] });
  const { views } = await find(db, { ...noQuery, text: 'broken' }, { offset: 0, limit: 10 });
  expect(views).toMatchObject([{ annotation: { note: 'broken tulips' }, tags: [] }]);
});
