import { describe, expect, it, vi } from 'vitest';
import { deleteAnnotation, restoreAnnotation } from '../../../src/store/annotations.ts';
import { writeDraft } from '../../../src/store/drafts.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import type { AnnotationRow, Database } from '../../../src/store/schema.ts';
import { day, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { type Writing, annotate, connect, stored } from '../database.ts';

const html = { html: '<p>' };

async function deletedAt(db: Database, time: number, writing: Writing = {}): Promise<string> {
  const { id } = await annotate(db, { offer: html, ...writing });
  await deleteAnnotation(db, id, time);
  return id;
}

/** How many rows are left of what a purge may take. */
async function left(db: Database): Promise<Record<string, number>> {
  const tables = [db.annotations, db.captures, db.originals, db.channels];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.count()] as const)));
}

describe('what was deleted', () => {
  it.each<[string, number, boolean]>([
    ['a moment before 30 days ago goes', -1, false],
    ['exactly 30 days ago stays', 0, true],
    ['a moment after stays', 1, true],
  ])('%s', async (_, offset, stays) => {
    const db = connect();
    const id = await deletedAt(db, noon + offset);
    await purgeDeleted(db, noon + 30 * day);
    expect(await db.annotations.get(id) !== undefined).toBe(stays);
    const rows = stays ? 1 : 0;
    expect(await left(db)).toEqual({ annotations: rows, captures: rows, originals: rows, channels: rows });
    await expectSound(db);
  });

  it('goes by hundreds, too', async () => {
    const db = connect();
    const row = await stored(db, await deletedAt(db, noon));
    await db.annotations.bulkAdd(Array.from({ length: 1_200 }, (_, i) => ({ ...row, id: `more-${i}` })));
    await purgeDeleted(db, noon + 31 * day);
    expect(await left(db)).toEqual({ annotations: 0, captures: 0, originals: 0, channels: 0 });
  });

  it('goes although it cannot be read', async () => {
    const db = connect();
    const row: object = { ...await stored(db, await deletedAt(db, noon)), channelRef: null, note: 7 };
    await db.annotations.put(row as AnnotationRow);
    await purgeDeleted(db, noon + 31 * day);
    expect(await db.annotations.count()).toBe(0);
  });
});

describe('a purge leaves', () => {
  it('what lives, and what it uses together with what goes', async () => {
    const db = connect();
    await deletedAt(db, noon, { note: 'gone', tags: ['a'] });
    const anew = await annotate(db, { note: 'anew' });
    await purgeDeleted(db, noon + 31 * day);
    expect(await db.annotations.toArray()).toEqual([await stored(db, anew.id)]);
    expect(await left(db)).toEqual({ annotations: 1, captures: 1, originals: 1, channels: 1 });
    await expectSound(db);
  });

  it('what was taken back', async () => {
    const db = connect();
    const id = await deletedAt(db, noon, { note: 'back' });
    await restoreAnnotation(db, id, noon + day);
    await purgeDeleted(db, noon + 31 * day);
    expect(await stored(db, id)).toMatchObject({ note: 'back' });
    await expectSound(db);
  });

  it('the capture that a later deletion can still bring back, and drops the one before', async () => {
    const db = connect();
    await deletedAt(db, noon, { post: { text: 'before' } });
    await deletedAt(db, noon + 5 * day, { post: { text: 'after' } });
    await purgeDeleted(db, noon + 31 * day);
    expect((await db.captures.toArray()).map(({ content }) => content.text)).toEqual(['after']);
    expect(await left(db)).toEqual({ annotations: 1, captures: 1, originals: 1, channels: 1 });
    await expectSound(db);
  });

  it('the equal capture of another post', async () => {
    const db = connect();
    await deletedAt(db, noon, { post: { postId: 1 } });
    const other = await stored(db, (await annotate(db, { post: { postId: 2 } })).id);
    await purgeDeleted(db, noon + 31 * day);
    expect((await db.captures.toArray()).map(({ postId, id }) => [postId, id])).toEqual([[2, other.captureId]]);
    await expectSound(db);
  });

  it('a channel in which something is being written', async () => {
    const db = connect();
    await deletedAt(db, noon);
    await writeDraft(db, { handle: 'garden_notes', postId: 7 }, wholePost, { tags: [], pending: '', note: 'typed', rev: 0 }, noon);
    await purgeDeleted(db, noon + 31 * day);
    expect(await left(db)).toEqual({ annotations: 0, captures: 0, originals: 0, channels: 1 });
    await expectSound(db);
  });

  it('tags, although nothing uses them', async () => {
    const db = connect();
    await deletedAt(db, noon, { tags: ['сад'] });
    await purgeDeleted(db, noon + 31 * day);
    expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['сад']);
  });

  it('everything as it is when nothing is due, without a writing transaction', async () => {
    const db = connect();
    await deletedAt(db, noon);
    const transaction = vi.spyOn(db, 'transaction');
    await purgeDeleted(db, noon + 30 * day);
    expect(transaction).not.toHaveBeenCalled();
  });
});
