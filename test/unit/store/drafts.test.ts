import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/model/annotation.ts';
import { saveById } from '../../../src/store/annotations.ts';
import { deleteDraft, readDraft, writeDraft } from '../../../src/store/drafts.ts';
import { minute, noon, wholePost } from '../builders.ts';
import { annotate, connect } from '../database.ts';

const garden = { handle: 'garden_notes', postId: 42 };
const quote = { kind: 'quote' as const, exact: 'Tulips', prefix: '', suffix: '', start: 0, end: 6 };
const draft = (changes: Partial<Draft> = {}): Draft => ({ tags: ['сад'], pending: 'spr', note: 'typed', rev: 0, ...changes });

describe('a draft', () => {
  it('is read as it was written', async () => {
    const db = connect();
    await writeDraft(db, garden, wholePost, draft(), noon);
    expect(await readDraft(connect(), garden, wholePost)).toMatchObject(draft());
  });

  it('is the one written last', async () => {
    const db = connect();
    await writeDraft(db, garden, wholePost, draft(), noon);
    await writeDraft(db, garden, wholePost, draft({ note: 'typed on', pending: '' }), noon + minute);
    expect(await readDraft(db, garden, wholePost)).toMatchObject({ note: 'typed on', pending: '', updatedAt: noon + minute });
    expect(await db.drafts.count()).toBe(1);
  });

  it('belongs to one post and one target', async () => {
    const db = connect();
    await writeDraft(db, garden, wholePost, draft(), noon);
    expect(await readDraft(db, { ...garden, postId: 43 }, wholePost)).toBeUndefined();
    expect(await readDraft(db, { ...garden, handle: 'orchard' }, wholePost)).toBeUndefined();
    expect(await readDraft(db, garden, quote)).toBeUndefined();
  });

  it('is found by the channel\'s number after it was renamed', async () => {
    const db = connect();
    await writeDraft(db, { ...garden, telegramId: 5 }, wholePost, draft(), noon);
    expect(await readDraft(db, { handle: 'renamed', postId: 42, telegramId: 5 }, wholePost)).toMatchObject(draft());
  });

  it('is gone once it is discarded, and only that one', async () => {
    const db = connect();
    await writeDraft(db, garden, wholePost, draft(), noon);
    await writeDraft(db, garden, quote, draft({ note: 'other' }), noon);
    await deleteDraft(db, garden, wholePost);
    await deleteDraft(db, { handle: 'nowhere', postId: 1 }, wholePost);
    expect(await readDraft(db, garden, wholePost)).toBeUndefined();
    expect(await readDraft(db, garden, quote)).toMatchObject({ note: 'other' });
  });
});

describe('saving', () => {
  /** What is left of a draft after this was saved. */
  async function leftOf(typed: Partial<Draft>, saved: { note?: string; tags?: string[] }): Promise<string[]> {
    const db = connect();
    await annotate(db, { tags: ['Garden'], post: { postId: 1 } });
    await writeDraft(db, garden, wholePost, draft({ tags: [], pending: '', ...typed }), noon);
    await annotate(db, saved);
    return (await db.drafts.toArray()).map(({ note }) => note);
  }

  it('takes the draft of that post away, and no other', async () => {
    const db = connect();
    await writeDraft(db, garden, wholePost, draft(), noon);
    await writeDraft(db, { ...garden, postId: 43 }, wholePost, draft({ note: 'other' }), noon);
    await annotate(db, { note: 'typed', tags: ['сад', 'spr'] });
    expect((await db.drafts.toArray()).map(({ postId }) => postId)).toEqual([43]);
  });

  it('takes it away where the post is not at hand, too', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'one' });
    await writeDraft(db, garden, wholePost, draft({ tags: [], pending: '', note: 'two', rev: 1 }), noon);
    await saveById(db, id, { tags: [], note: 'two' }, 1, noon);
    expect(await db.drafts.count()).toBe(0);
  });

  it.each<[string, Partial<Draft>, { note?: string; tags?: string[] }]>([
    ['in another normal form', { note: 'cafe\u0301' }, { note: 'caf\u00e9' }],
    ['with other line breaks', { note: 'a\r\nb' }, { note: 'a\nb' }],
    ['with a tag in another spelling', { pending: ' garden ', note: 'n' }, { tags: ['Garden'], note: 'n' }],
    ['and joined with another text', { note: 'mine', tags: ['a'] }, { note: 'mine\n\ntheirs', tags: ['b', 'a'] }],
  ])('takes away what was typed %s', async (_, typed, saved) => {
    expect(await leftOf(typed, saved)).toEqual([]);
  });

  it.each<[string, Partial<Draft>]>([
    ['other words', { note: 'typed in another tab' }],
    ['another tag', { note: 'typed', tags: ['new'] }],
    ['another tag that is not finished', { note: 'typed', pending: 'new' }],
    ['what cannot be saved', { note: 'typed', pending: 'a'.repeat(65) }],
  ])('leaves a draft with %s in it', async (_, typed) => {
    expect(await leftOf(typed, { note: 'typed' })).toEqual([typed.note]);
  });

  it('leaves it when it ends in a conflict', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'one' });
    await writeDraft(db, garden, wholePost, draft(), noon);
    await annotate(db, { note: 'typed', tags: ['сад', 'spr'], rev: 0 });
    await saveById(db, id, { tags: ['сад', 'spr'], note: 'typed' }, 0, noon);
    expect(await readDraft(db, garden, wholePost)).toMatchObject(draft());
  });
});
