import { describe, expect, it, vi } from 'vitest';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import { worklistStatus } from '../../../src/model/worklist.ts';
import { deleteAnnotation, restoreAnnotation } from '../../../src/store/annotations.ts';
import type { Database } from '../../../src/store/schema.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import {
  WorklistFullError, addToWorklist, clearWorklist, leavePost, removeFromWorklist, reopenPost, restoreToWorklist, worklistMarks, worklistRows,
} from '../../../src/store/worklist.ts';
import { liveMarks } from '../../../src/store/worklist-access.ts';
import { anAnnotation, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';
import { withSteps } from '../steps.ts';

const garden = (...postIds: number[]) => postIds.map((postId) => ({ handle: 'garden_notes', postId }));

/** What the list says: 'garden_notes/1 open'. */
async function said(db: Database): Promise<string[]> {
  const { marks } = await worklistMarks(db);
  return (await worklistRows(db)).map(({ handle, postId, post, leftAt }) => `${handle}/${postId} ${worklistStatus(leftAt, marks.get(post))}`);
}

describe('what is listed', () => {
  it('stays in the order in which it was given, each post once, whatever its case', async () => {
    const db = connect();
    expect(await addToWorklist(db, garden(2, 1), noon)).toBe(2);
    expect(await addToWorklist(db, [{ handle: 'Garden_Notes', postId: 1 }, { handle: 'orchard', postId: 1 }], noon + 1)).toBe(1);
    expect(await said(db)).toEqual(['garden_notes/2 open', 'garden_notes/1 open', 'orchard/1 open']);
    await expectSound(db);
  });

  it('is left and reopened, each as often as one likes', async () => {
    const db = connect();
    await addToWorklist(db, garden(1, 2), noon);
    const [first] = await worklistRows(db);
    await leavePost(db, first?.seq ?? 0, noon);
    await leavePost(db, first?.seq ?? 0, noon + 1);
    expect((await worklistRows(db))[0]?.leftAt).toBe(noon);
    expect(await said(db)).toEqual(['garden_notes/1 left', 'garden_notes/2 open']);
    await addToWorklist(db, garden(1), noon + 2);
    expect(await said(db)).toEqual(['garden_notes/1 left', 'garden_notes/2 open']);
    for (let i = 0; i < 2; i++) await reopenPost(db, first?.seq ?? 0);
    expect(await said(db)).toEqual(['garden_notes/1 open', 'garden_notes/2 open']);
    await leavePost(db, 99, noon);
    expect(await said(db)).toHaveLength(2);
  });

  it('comes back to its place when its removal, or that of all, is taken back', async () => {
    const db = connect();
    await addToWorklist(db, garden(1, 2, 3), noon);
    const [, second] = await worklistRows(db);
    if (!second) throw new Error('There is no second.');
    await removeFromWorklist(db, second.seq);
    expect(await said(db)).toEqual(['garden_notes/1 open', 'garden_notes/3 open']);
    await restoreToWorklist(db, [second]);
    await restoreToWorklist(db, [second]);
    expect(await said(db)).toEqual(['garden_notes/1 open', 'garden_notes/2 open', 'garden_notes/3 open']);
    const rows = await clearWorklist(db);
    expect(await said(db)).toEqual([]);
    await addToWorklist(db, garden(9, 2), noon);
    await restoreToWorklist(db, rows);
    expect(await said(db)).toEqual(['garden_notes/1 open', 'garden_notes/3 open', 'garden_notes/9 open', 'garden_notes/2 open']);
  });

  it('is refused when it would be too much, and nothing of it is added', async () => {
    const db = connect();
    await addToWorklist(db, garden(1), noon);
    const many = garden(...Array.from({ length: 50_000 }, (_, i) => i + 2));
    await expect(addToWorklist(db, many, noon)).rejects.toThrow(new WorklistFullError(50_001));
    expect(await said(db)).toEqual(['garden_notes/1 open']);
  });

  it('leaves out a row that cannot be read', async () => {
    const db = connect();
    await addToWorklist(db, garden(1, 2), noon);
    await db.worklist.toCollection().limit(1).modify({ postId: 'one' as never });
    expect(await said(db)).toEqual(['garden_notes/2 open']);
  });
});

describe('the status of a listed post', () => {
  it('is what I wrote on it: something, nothing, or no annotation', async () => {
    const db = connect();
    await addToWorklist(db, [...garden(1, 2, 3, 4), { handle: 'nowhere', postId: 1 }], noon);
    await annotate(db, { post: { postId: 1 }, tags: ['tide'] });
    await annotate(db, { post: { postId: 2 }, note: 'Why' });
    await annotate(db, { post: { postId: 3 } });
    expect(await said(db)).toEqual([
      'garden_notes/1 annotated', 'garden_notes/2 annotated', 'garden_notes/3 left', 'garden_notes/4 open', 'nowhere/1 open',
    ]);
    const { marks, titles } = await worklistMarks(db);
    expect(marks.get('garden_notes/1')?.tags).toMatchObject([{ name: 'tide' }]);
    expect([...titles]).toEqual([['garden_notes', 'Garden']]);
  });

  it('is annotated although it was left before', async () => {
    const db = connect();
    await addToWorklist(db, garden(1), noon);
    const [row] = await worklistRows(db);
    await leavePost(db, row?.seq ?? 0, noon);
    await annotate(db, { post: { postId: 1 }, note: 'Why' });
    expect(await said(db)).toEqual(['garden_notes/1 annotated']);
  });

  it('is open again when the annotation is deleted, and annotated when that is taken back', async () => {
    const db = connect();
    await addToWorklist(db, garden(1), noon);
    const { id } = await annotate(db, { post: { postId: 1 }, note: 'Why' });
    await deleteAnnotation(db, id, noon);
    expect(await said(db)).toEqual(['garden_notes/1 open']);
    await restoreAnnotation(db, id, noon);
    expect(await said(db)).toEqual(['garden_notes/1 annotated']);
  });

  it('knows tags by what they stand for: one that was merged is the other, and one that was deleted is none', async () => {
    const db = connect();
    await addToWorklist(db, garden(1, 2), noon);
    await annotate(db, { post: { postId: 1 }, tags: ['quay', 'pier'] });
    await annotate(db, { post: { postId: 2 }, tags: ['gone'] });
    const tags = async () => (await db.tags.orderBy('key').toArray()).map(({ key: _, ...tag }) => tag);
    await writeTags(db, renaming(await tags(), 'quay', 'pier', noon)?.after ?? [], noon);
    await writeTags(db, removal(await tags(), 'gone', noon).after, noon);
    expect((await worklistMarks(db)).marks.get('garden_notes/1')?.tags).toMatchObject([{ name: 'pier' }]);
    expect(await said(db)).toEqual(['garden_notes/1 annotated', 'garden_notes/2 left']);
  });

  it('is that of the album, by any of its members', async () => {
    const db = connect();
    await addToWorklist(db, garden(42, 43, 44, 45), noon);
    await annotate(db, { post: { postId: 42, memberIds: [42, 43, 44] }, note: 'Why' });
    expect(await said(db)).toEqual(['garden_notes/42 annotated', 'garden_notes/43 annotated', 'garden_notes/44 annotated', 'garden_notes/45 open']);
  });

  it('is that of the channel under its former name, in whatever case', async () => {
    const db = connect();
    await addToWorklist(db, [{ handle: 'Garden_Notes', postId: 1 }, { handle: 'garden_news', postId: 2 }], noon);
    await annotate(db, { post: { postId: 1, telegramId: 5 }, note: 'Why' });
    await annotate(db, { post: { handle: 'garden_news', postId: 2, telegramId: 5 }, note: 'Why', now: noon + 1 });
    expect(await said(db)).toEqual(['Garden_Notes/1 annotated', 'garden_news/2 annotated']);
  });

  it('is open where only somebody else has annotated', async () => {
    const db = connect();
    await addToWorklist(db, garden(42), noon);
    const { id } = await annotate(db, { note: 'mine' });
    const { channelRef, captureId } = await stored(db, id);
    await db.authors.add({ id: 'other', name: 'Other' });
    await db.annotations.add({ ...anAnnotation({ id: 'theirs', authorId: 'other', channelRef, captureId, note: 'theirs' }), slot: 'theirs' });
    await deleteAnnotation(db, id, noon);
    expect(await said(db)).toEqual(['garden_notes/42 open']);
  });
});

it('of posts whose channels are not known nothing is asked one by one', async () => {
  const db = connect();
  await addToWorklist(db, garden(...Array.from({ length: 5_000 }, (_, i) => i + 1)), noon);
  await annotate(db, { post: { handle: 'orchard' }, note: 'Why' });
  let steps = 0;
  withSteps(db, () => {
    steps++;
  });
  expect(await said(db)).toHaveLength(5_000);
  expect(steps).toBeLessThan(20);
});

it('what is written on the posts is told as soon as it is written, and as soon as they are listed', async () => {
  const db = connect();
  const told: string[][] = [];
  const end = liveMarks(db)(({ marks }) => told.push([...marks.keys()]), (error) => {
    throw error;
  });
  await vi.waitFor(() => expect(told).toEqual([[]]));
  await annotate(db, { post: { postId: 1 }, note: 'Why' });
  await addToWorklist(db, garden(1, 2), noon);
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['garden_notes/1']));
  await annotate(db, { post: { postId: 2 }, note: 'Why' });
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['garden_notes/1', 'garden_notes/2']));
  end();
});
