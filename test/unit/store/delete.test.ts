import { describe, expect, it } from 'vitest';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { minute, noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';

const later = noon + minute;

describe('a deleted annotation', () => {
  it('keeps its text, marked as deleted in a revision of its own', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'kept', tags: ['сад'] });
    await deleteAnnotation(db, id, later);
    expect(await stored(db, id)).toMatchObject({ note: 'kept', deletedAt: later, updatedAt: noon, rev: 2 });
  });

  it('makes room for a new one on its post', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'old' });
    await deleteAnnotation(db, id, later);
    const anew = await annotate(db, { note: 'new' });
    expect(anew.status).toBe('saved');
    expect(anew.id).not.toBe(id);
    expect(await stored(db, id)).toMatchObject({ note: 'old', deletedAt: later });
  });

  it('is not saved to', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'old' });
    await deleteAnnotation(db, id, later);
    expect(await saveById(db, id, { tags: [], note: 'new' }, 2, later)).toBeUndefined();
    expect(await stored(db, id)).toMatchObject({ note: 'old' });
  });

  it('stays as it is when it is deleted again', async () => {
    const db = connect();
    const { id } = await annotate(db);
    await deleteAnnotation(db, id, later);
    const before = await stored(db, id);
    await deleteAnnotation(db, id, later + minute);
    await deleteAnnotation(db, 'nowhere', later);
    expect(await db.annotations.toArray()).toEqual([before]);
  });

  it('lends its revision to no other: a save that still edits it is a conflict with what was written anew', async () => {
    const db = connect();
    const first = await annotate(db, { note: 'as one tab still shows it' });
    await deleteAnnotation(db, first.id, later);
    const anew = await annotate(db, { note: 'anew' });
    expect(await annotate(db, { note: 'from the first tab', rev: first.rev }))
      .toEqual({ status: 'conflict', id: anew.id, rev: anew.rev, theirs: { tags: [], note: 'anew' } });
  });

  it('lends none when its deletion is taken back, either', async () => {
    const db = connect();
    const first = await annotate(db, { note: 'first' });
    await deleteAnnotation(db, first.id, later);
    const second = await annotate(db, { note: 'as one tab still shows it' });
    await deleteAnnotation(db, second.id, later);
    await restoreAnnotation(db, first.id, later);
    expect(await annotate(db, { note: 'typed there', rev: second.rev })).toMatchObject({ status: 'conflict', theirs: { note: 'first' } });
  });

  it('does not take what a tab still edits with it', async () => {
    const db = connect();
    const first = await annotate(db, { note: 'first' });
    await deleteAnnotation(db, first.id, later);
    const outcome = await annotate(db, { note: 'still typed', rev: first.rev });
    expect(outcome.status).toBe('saved');
    expect(await stored(db, outcome.id)).toMatchObject({ note: 'still typed' });
  });
});

describe('a deletion taken back', () => {
  it('brings the annotation back as it was, in a revision of its own', async () => {
    const db = connect();
    const { id } = await annotate(db, { note: 'kept', tags: ['сад'] });
    await deleteAnnotation(db, id, later);
    expect(await restoreAnnotation(db, id, later + minute)).toBe(id);
    const row = await stored(db, id);
    expect(row).toMatchObject({ note: 'kept', rev: 3, createdAt: noon, updatedAt: noon });
    expect(row).not.toHaveProperty('deletedAt');
    expect(await annotate(db, { note: 'other', rev: 0 })).toMatchObject({ status: 'conflict', id });
  });

  it('when the post was annotated anew gives that annotation both texts', async () => {
    const db = connect();
    const old = await annotate(db, { note: 'old', tags: ['a', 'b'] });
    await deleteAnnotation(db, old.id, later);
    const anew = await annotate(db, { note: 'new', tags: ['B', 'c'] });
    expect(await restoreAnnotation(db, old.id, later + minute)).toBe(anew.id);
    const row = await stored(db, anew.id);
    expect(row).toMatchObject({ note: 'new\n\nold', rev: anew.rev + 1, updatedAt: later + minute });
    expect(await tagNames(db, row.tagIds)).toEqual(['b', 'c', 'a']);
    expect(await restoreAnnotation(db, old.id, later + minute)).toBe(anew.id);
    expect((await stored(db, anew.id)).note).toBe('new\n\nold');
  });

  it('of what was not deleted changes nothing', async () => {
    const db = connect();
    const { id } = await annotate(db);
    const before = await stored(db, id);
    expect(await restoreAnnotation(db, id, later)).toBe(id);
    expect(await stored(db, id)).toEqual(before);
    expect(await restoreAnnotation(db, 'nowhere', later)).toBeUndefined();
  });
});
