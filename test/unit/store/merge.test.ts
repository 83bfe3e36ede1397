/** One channel met first by number under an old handle, then by its new handle alone: two rows, until a page shows both. */
import { describe, expect, it } from 'vitest';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { readDraft, writeDraft } from '../../../src/store/drafts.ts';
import { annotationsOfPosts } from '../../../src/store/posts.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { minute, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';

const byNumber = { handle: 'old_garden', telegramId: 5 };
const byHandle = { handle: 'garden_notes' };
const both = { handle: 'garden_notes', telegramId: 5 };
const typed = { tags: [], pending: '', note: 'typed', rev: 0 };

/** Writing anything on a page that shows handle and number joins the rows. */
const join = (db: Database, now = noon + minute): Promise<unknown> => annotate(db, { post: { ...both, postId: 99 }, now });

describe('two rows that turn out to be one channel', () => {
  it('become one, with the number and both handles', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { ...byNumber, postId: 1 } });
    await annotate(db, { post: { ...byHandle, postId: 2 } });
    expect(await db.channels.count()).toBe(2);
    await join(db);
    const channels = await db.channels.toArray();
    expect(channels).toHaveLength(1);
    expect(channels[0]).toMatchObject({ telegramId: 5, handles: [{ name: 'old_garden' }, { name: 'garden_notes', firstSeen: noon, lastSeen: noon + minute }] });
    expect(channels[0]?.id).toBe((await stored(db, id)).channelRef);
  });

  it('bring their annotations, captures, originals and drafts along', async () => {
    const db = connect();
    await annotate(db, { post: { ...byNumber, postId: 1 } });
    const { id } = await annotate(db, { post: { ...byHandle, postId: 2 }, note: 'moved', tags: ['сад'], offer: { html: '<p>' } });
    await writeDraft(db, { ...byHandle, postId: 3 }, wholePost, typed, noon);
    await join(db);
    const [[view] = []] = await annotationsOfPosts(db, [{ handle: 'anything', postId: 2, telegramId: 5 }]);
    expect(view).toMatchObject({ annotation: { id, note: 'moved', rev: 1 }, tags: [{ name: 'сад' }], capture: { postId: 2 } });
    expect(await readDraft(db, { ...both, postId: 3 }, wholePost)).toMatchObject(typed);
    const refs = [...await db.captures.toArray(), ...await db.originals.toArray(), ...await db.drafts.toArray(), ...await db.annotations.toArray()];
    expect(new Set(refs.map((row) => row.channelRef)).size).toBe(1);
    expect([await db.captures.count(), await db.originals.count()]).toEqual([3, 1]);
  });

  it('make one of two annotations that meet, with both texts', async () => {
    const db = connect();
    const kept = await annotate(db, { post: byNumber, note: 'first', tags: ['a'], now: noon + 1 });
    await annotate(db, { post: byHandle, note: 'second', tags: ['A', 'b'], now: noon });
    await join(db);
    const views = (await annotationsOfPosts(db, [{ ...both, postId: 42 }])).flat();
    expect(views).toMatchObject([{
      annotation: { id: kept.id, note: 'first\n\nsecond', createdAt: noon, updatedAt: noon + minute }, tags: [{ name: 'a' }, { name: 'b' }],
    }]);
    expect((await db.annotations.toArray()).map(({ postId }) => postId).sort()).toEqual([42, 99]);
  });

  it('keep only the captures that an annotation was made on, deleted ones included', async () => {
    const db = connect();
    await annotate(db, { post: { ...byNumber, text: 'first' } });
    const gone = await annotate(db, { post: { ...byHandle, text: 'second' } });
    await deleteAnnotation(db, gone.id, noon);
    await annotate(db, { post: { ...byHandle, text: 'third' }, offer: { html: '<p>' } });
    await join(db);
    const texts = (await db.captures.toArray()).map(({ content }) => content.text);
    expect(texts.sort()).toEqual(['Tulips are in bloom.', 'first', 'second']);
    await expectSound(db);
  });

  it('make a conflict of a save that edited either of two annotations that met', async () => {
    const db = connect();
    const kept = await annotate(db, { post: byNumber, note: 'first' });
    await annotate(db, { post: byHandle, note: 'draft of the second' });
    const second = await annotate(db, { post: byHandle, note: 'second', rev: 1 });
    await join(db);
    const conflict = { status: 'conflict', id: kept.id, theirs: { note: 'first\n\nsecond', tags: [] } };
    expect(await annotate(db, { post: both, note: 'mine', rev: second.rev })).toMatchObject(conflict);
    expect(await annotate(db, { post: both, note: 'mine', rev: kept.rev })).toMatchObject(conflict);
    expect(await saveById(db, kept.id, { note: 'mine', tags: [] }, kept.rev, noon)).toMatchObject(conflict);
  });

  it('are joined by the very save that would have met the other annotation', async () => {
    const db = connect();
    await annotate(db, { post: byNumber, note: 'first' });
    const second = await annotate(db, { post: byHandle, note: 'second' });
    expect(await annotate(db, { post: both, note: 'mine', rev: second.rev })).toMatchObject({ status: 'conflict', theirs: { note: 'first\n\nsecond' } });
  });

  it('bring deleted annotations along, which can still be taken back', async () => {
    const db = connect();
    await annotate(db, { post: byNumber, note: 'living' });
    const gone = await annotate(db, { post: byHandle, note: 'deleted' });
    await deleteAnnotation(db, gone.id, noon);
    await join(db);
    const id = await restoreAnnotation(db, gone.id, noon + minute);
    const row = await stored(db, id ?? '');
    expect(row.note).toBe('living\n\ndeleted');
    expect(await tagNames(db, row.tagIds)).toEqual([]);
  });

  it('are joined by a draft, too', async () => {
    const db = connect();
    await annotate(db, { post: { ...byNumber, postId: 1 } });
    await annotate(db, { post: { ...byHandle, postId: 2 }, note: 'kept' });
    await writeDraft(db, { ...both, postId: 2 }, wholePost, typed, noon);
    expect(await db.channels.count()).toBe(1);
    expect((await annotationsOfPosts(db, [{ ...both, postId: 2 }])).flat()).toHaveLength(1);
  });
});

it('a stranger who took the handle stays apart', async () => {
  const db = connect();
  await annotate(db, { post: { handle: 'garden_notes', telegramId: 5 }, note: 'of the garden' });
  await annotate(db, { post: { handle: 'garden_notes', telegramId: 6 }, note: 'of the stranger' });
  expect((await db.channels.toArray()).map((channel) => channel.telegramId).sort()).toEqual([5, 6]);
  expect(await db.annotations.count()).toBe(2);
});
