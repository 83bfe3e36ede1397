import { describe, expect, it } from 'vitest';
import { saveById } from '../../../src/store/annotations.ts';
import { ownAuthorId } from '../../../src/store/authors.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { aSighting, minute, noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';

describe('a new annotation', () => {
  it('is stored with the post, its channel, its author and its tags', async () => {
    const db = connect();
    const outcome = await annotate(db, {
      post: { telegramId: 5 }, offer: { sighting: aSighting({ views: '1.2K' }), reader: 3 }, tags: ['сад', 'spring'], note: 'Why', now: noon + minute,
    });
    const row = await stored(db, outcome.id);
    expect(outcome).toEqual({ status: 'saved', id: row.id, rev: 1 });
    expect(row).toMatchObject({
      postId: 42, note: 'Why', target: { kind: 'post' }, createdAt: noon + minute, updatedAt: noon + minute, rev: 1,
      authorId: await ownAuthorId(db), seen: { ...aSighting({ views: '1.2K' }), app: '0.1.0' },
    });
    expect(await tagNames(db, row.tagIds)).toEqual(['сад', 'spring']);
    expect(await db.channels.get(row.channelRef)).toMatchObject({ telegramId: 5, title: 'Garden', handles: [{ name: 'garden_notes' }] });
    expect(await db.captures.get([row.channelRef, 42, row.captureId])).toMatchObject({ reader: 3, at: noon, content: { text: 'Tulips are in bloom.' } });
  });

  it('may have no tag and no note', async () => {
    const db = connect();
    const { id, status } = await annotate(db);
    expect(status).toBe('saved');
    expect(await stored(db, id)).toMatchObject({ tagIds: [], note: '', rev: 1 });
  });

  it('stands beside one on a stretch of the same post', async () => {
    const db = connect();
    await annotate(db);
    await annotate(db, { target: { kind: 'quote', exact: 'Tulips', prefix: '', suffix: ' are', start: 0, end: 6 } });
    expect(await db.annotations.count()).toBe(2);
  });

  it('of one author is of the same author next time', async () => {
    const db = connect();
    await annotate(db);
    await annotate(connect(), { post: { postId: 43 } });
    expect(await db.authors.count()).toBe(1);
  });
});

describe('the next revision', () => {
  it('replaces the text and keeps the id, the time it was made and what the post said then', async () => {
    const db = connect();
    const first = await annotate(db, { note: 'first', tags: ['old'] });
    const before = await stored(db, first.id);
    const second = await annotate(db, { note: 'second', tags: ['new'], rev: 1, now: noon + minute, post: { text: 'Edited.' } });
    expect(second).toEqual({ status: 'saved', id: first.id, rev: 2 });
    const after = await stored(db, first.id);
    expect(after).toMatchObject({ note: 'second', rev: 2, createdAt: noon, updatedAt: noon + minute, captureId: before.captureId });
    expect(await tagNames(db, after.tagIds)).toEqual(['new']);
    expect(await db.annotations.count()).toBe(1);
    expect(await db.captures.count()).toBe(1);
  });

  it('can be saved where the post is not at hand', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'first' });
    expect(await saveById(db, id, { tags: ['new'], note: 'second' }, 1, noon + minute)).toEqual({ status: 'saved', id, rev: 2 });
    expect(await stored(db, id)).toMatchObject({ note: 'second', rev: 2, updatedAt: noon + minute });
  });

  it('of what is gone is no revision', async () => {
    expect(await saveById(connect(), 'nowhere', { tags: [], note: '' }, 1, noon)).toBeUndefined();
  });
});

describe('a save that names an old revision', () => {
  it('is a conflict that tells what is stored, and writes nothing', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'one' });
    await annotate(db, { note: 'theirs', tags: ['their tag'], rev: 1 });
    const before = await db.annotations.toArray();
    const conflict = { status: 'conflict', id, rev: 2, theirs: { note: 'theirs', tags: ['their tag'] } };
    expect(await annotate(db, { note: 'mine', tags: ['my tag'], rev: 1, now: noon + minute, post: { text: 'Edited.' }, offer: { html: '<p>' } })).toEqual(conflict);
    expect(await saveById(db, id, { note: 'mine', tags: ['my tag'] }, 1, noon + minute)).toEqual(conflict);
    expect(await annotate(db, { note: 'mine', rev: 0 })).toEqual(conflict);
    expect(await annotate(db, { note: 'mine', rev: 3 })).toEqual(conflict);
    expect(await db.annotations.toArray()).toEqual(before);
    expect((await db.tags.toArray()).map((tag) => tag.name)).toEqual(['their tag']);
    expect([await db.captures.count(), await db.originals.count()]).toEqual([1, 0]);
  });

  it('is none when the text is the same: it was sent twice', async () => {
    const db = connect();
    const text = { note: 'same', tags: ['Garden'] };
    const first = await annotate(db, text);
    expect(await annotate(db, text)).toEqual({ status: 'saved', id: first.id, rev: 1 });
    expect(await saveById(db, first.id, text, 0, noon + minute)).toEqual({ status: 'saved', id: first.id, rev: 1 });
    expect(await stored(db, first.id)).toMatchObject({ rev: 1, updatedAt: noon });
  });

  it('is one when only the tags differ', async () => {
    const db = connect();
    await annotate(db, { tags: ['Garden'] });
    expect(await annotate(db, { tags: ['Garden', 'spring'] })).toMatchObject({ status: 'conflict', theirs: { tags: ['Garden'] } });
  });
});
