import { describe, expect, it } from 'vitest';
import type { PostKey } from '../../../src/model/post.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { deleteDraft, readDraft, writeDraft } from '../../../src/store/drafts.ts';
import { annotationsOfPosts, ownAnnotation } from '../../../src/store/posts.ts';
import type { Database } from '../../../src/store/schema.ts';
import { anAnnotation, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';

const notes = async (db: Database, ...keys: PostKey[]): Promise<string[][]> => (
  (await annotationsOfPosts(db, keys)).map((views) => views.map(({ annotation }) => annotation.note))
);
const garden = (postId: number): PostKey => ({ handle: 'garden_notes', postId });

describe('the annotations of a page\'s posts', () => {
  it('come in the order of the posts, each with its own', async () => {
    const db = connect();
    for (const postId of [1, 2, 3]) await annotate(db, { post: { postId }, note: `note ${postId}` });
    await annotate(db, { post: { handle: 'orchard', postId: 1 }, note: 'orchard' });
    expect(await notes(db, garden(3), garden(9), garden(1), { handle: 'orchard', postId: 1 }, { handle: 'nowhere', postId: 1 }, garden(3)))
      .toEqual([['note 3'], [], ['note 1'], ['orchard'], [], ['note 3']]);
  });

  it('are none for no posts and in an empty database', async () => {
    expect(await notes(connect())).toEqual([]);
    expect(await notes(connect(), garden(1))).toEqual([[]]);
  });

  it('carry tags, channel, author and what the post said', async () => {
    const db = connect();
    await annotate(db, { tags: ['b', 'a'], post: { telegramId: 5 } });
    const [[view] = []] = await annotationsOfPosts(db, [garden(42)]);
    expect(view?.tags.map((tag) => tag.name)).toEqual(['b', 'a']);
    expect(view).toMatchObject({ channel: { telegramId: 5 }, author: { id: view?.annotation.authorId }, capture: { content: { text: 'Tulips are in bloom.' } } });
  });

  it('are found whatever the case of the handle', async () => {
    const db = connect();
    await annotate(db, { note: 'kept' });
    expect(await notes(db, { handle: 'Garden_Notes', postId: 42 })).toEqual([['kept']]);
  });

  it('are found by number after a rename, and by the old handle too', async () => {
    const db = connect();
    await annotate(db, { post: { telegramId: 5 }, note: 'kept' });
    expect(await notes(db, { handle: 'renamed', postId: 42, telegramId: 5 }, garden(42), { handle: 'renamed', postId: 42 })).toEqual([['kept'], ['kept'], []]);
  });

  it('are found by handle on a page that tells the number for the first time', async () => {
    const db = connect();
    await annotate(db, { note: 'kept' });
    expect(await notes(db, { ...garden(42), telegramId: 5 })).toEqual([['kept']]);
  });

  it('are not those of a stranger who took the handle', async () => {
    const db = connect();
    await annotate(db, { post: { telegramId: 5 }, note: 'of the garden' });
    expect(await notes(db, { ...garden(42), telegramId: 6 })).toEqual([[]]);
    await annotate(db, { post: { telegramId: 6 }, note: 'of the stranger', now: noon + 1 });
    expect(await notes(db, { ...garden(42), telegramId: 5 }, { ...garden(42), telegramId: 6 }, garden(42)))
      .toEqual([['of the garden'], ['of the stranger'], ['of the stranger']]);
  });


  it('leave out what was deleted', async () => {
    const db = connect();
    const { id } = await annotate(db);
    await deleteAnnotation(db, id, noon);
    expect(await notes(db, garden(42))).toEqual([[]]);
  });
});

it('my own annotation is the one of mine on that target', async () => {
  const db = connect();
  const { id } = await annotate(db, { note: 'mine' });
  const { channelRef, captureId } = await stored(db, id);
  await db.authors.add({ id: 'other', name: 'Other' });
  await db.annotations.add({ ...anAnnotation({ id: 'theirs', authorId: 'other', channelRef, captureId, note: 'theirs' }), slot: 'theirs' });
  expect(await annotationsOfPosts(db, [garden(42)])).toMatchObject([[{}, {}]]);
  expect((await ownAnnotation(db, garden(42), wholePost))?.annotation.note).toBe('mine');
  expect(await ownAnnotation(db, garden(42), { kind: 'quote', exact: 'a', prefix: '', suffix: '', start: 0, end: 1 })).toBeUndefined();
  expect(await ownAnnotation(db, garden(43), wholePost)).toBeUndefined();
});

describe('an album', () => {
  const album = { postId: 42, memberIds: [42, 43, 44] };
  const single = (postId: number): PostKey => garden(postId);

  it('is meant by every member, once it was annotated', async () => {
    const db = connect();
    await annotate(db, { post: album, note: 'album' });
    await annotate(db, { post: { handle: 'orchard', postId: 43 }, note: 'orchard' });
    expect(await notes(db, single(42), single(43), single(44), single(45), { handle: 'orchard', postId: 44 }))
      .toEqual([['album'], ['album'], ['album'], [], []]);
  });

  it('gets what is written on a member', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: album, note: 'album' });
    expect(await annotate(db, { post: single(43), note: 'album, seen by its second picture', rev: 1 })).toMatchObject({ status: 'saved', id, rev: 2 });
    expect(await annotate(db, { post: single(44), note: 'of an old form', rev: 1 })).toMatchObject({ status: 'conflict', id });
    expect(await notes(db, { ...single(42), memberIds: [42, 43, 44] })).toEqual([['album, seen by its second picture']]);
    await expectSound(db);
  });

  it('shows what was written on a member before anybody knew of the album', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: single(43), note: 'a picture' });
    expect(await notes(db, single(42))).toEqual([[]]);
    expect(await notes(db, { ...single(42), memberIds: [42, 43, 44] })).toEqual([['a picture']]);
    expect((await ownAnnotation(db, { ...single(42), memberIds: [42, 43, 44] }, wholePost))?.annotation.id).toBe(id);
    expect(await annotate(db, { post: album, note: 'an album', rev: 1 })).toMatchObject({ status: 'saved', id, rev: 2 });
    expect(await notes(db, single(43))).toEqual([['an album']]);
    await expectSound(db);
  });

  it('begins anew under its first member when what was written is deleted', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: album, note: 'album' });
    await deleteAnnotation(db, id, noon);
    const again = await annotate(db, { post: single(44), note: 'again' });
    expect((await stored(db, again.id)).postId).toBe(42);
    await expectSound(db);
  });

  it('has one draft, whatever member is at hand', async () => {
    const db = connect();
    const draft = { tags: [], pending: '', note: 'typed', rev: 0 };
    await annotate(db, { post: album, note: 'album' });
    await writeDraft(db, single(43), wholePost, draft, noon);
    expect(await readDraft(db, single(42), wholePost)).toMatchObject({ note: 'typed' });
    await deleteDraft(db, single(44), wholePost);
    expect(await readDraft(db, single(43), wholePost)).toBeUndefined();
  });
});
