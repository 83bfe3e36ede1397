import { beforeEach, describe, expect, it } from 'vitest';
import { maxTagsPerAnnotation } from '../../../src/model/tag.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { readBackup } from '../../../src/store/backup.ts';
import { tagsOf } from '../../../src/store/bulk-tags.ts';
import { changeMany } from '../../../src/store/bulk.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, stored } from '../database.ts';
import { importText } from '../importing.ts';
import { afterwards, at, expectFound, fileOf, later, rowsOf, withoutRev } from './many.ts';

const theirs = JSON.stringify({
  format: 'postil', version: 1, authors: [{ id: 'ann', name: 'Ann' }],
  annotations: [{ id: 'theirs', author: 'ann', post: { channel: 'tide_table', postId: 1, text: 'Tide' }, tags: ['old'], note: 'Hers' }],
});

async function tagsIn(db: Database, id: string): Promise<string[]> {
  return tagNames(db, (await stored(db, id)).tagIds);
}

describe('tags of many', () => {
  let db: Database;
  beforeEach(() => {
    db = connect();
  });

  it('are added and removed in one step, with one time and a revision of its own for each', async () => {
    await importText(db, fileOf(3, (i) => (i === 2 ? ['Ports'] : ['old', 'tide'])));
    const { tally, left, error } = await changeMany(db, ['own-0', 'own-1', 'own-2'], { add: ['ports', 'Ports'], remove: ['OLD'] }, at(later));
    expect({ tally, left, error }).toEqual({ tally: { changed: 2, same: 1, others: 0, full: 0, gone: 0 }, left: 0, error: undefined });
    expect(await tagsIn(db, 'own-0')).toEqual(['tide', 'Ports']);
    expect(await stored(db, 'own-0')).toMatchObject({ updatedAt: later, rev: 2, note: 'Note 0' });
    expect(await stored(db, 'own-2')).toMatchObject({ updatedAt: noon + 2, rev: 1 });
    expect((await readBackup(db)).changes).toBe(2);
    await expectFound(db);
    await expectSound(db);
  });

  it('take the place of each other where both are named: whoever had none of those that go gets none', async () => {
    await importText(db, fileOf(2, (i) => (i === 0 ? ['old'] : ['tide'])));
    const { tally } = await changeMany(db, ['own-0', 'own-1'], { add: ['new'], remove: ['old'] }, at(later));
    expect(tally).toMatchObject({ changed: 1, same: 1 });
    expect([await tagsIn(db, 'own-0'), await tagsIn(db, 'own-1')]).toEqual([['new'], ['tide']]);
  });

  it('of others, of what is deleted and of what is not there are left', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    const { id } = await annotate(db, { tags: ['old'] });
    const gone = await annotate(db, { post: { postId: 43 }, tags: ['old'] });
    await deleteAnnotation(db, gone.id, later);
    const before = await stored(db, 'theirs');
    const { tally } = await changeMany(db, ['theirs', id, gone.id, 'nowhere'], { add: ['ports'], remove: ['old'] }, at(later));
    expect(tally).toEqual({ changed: 1, same: 0, others: 1, full: 0, gone: 2 });
    expect(await stored(db, 'theirs')).toEqual(before);
    await expectSound(db);
  });

  it('that would be too many for one annotation are given to the others alone', async () => {
    const full = Array.from({ length: maxTagsPerAnnotation }, (_, i) => `tag ${i}`);
    await importText(db, fileOf(2, (i) => (i === 0 ? full : [])));
    const { tally } = await changeMany(db, ['own-0', 'own-1'], { add: ['ports'], remove: [] }, at(later));
    expect(tally).toMatchObject({ changed: 1, full: 1 });
    expect(await tagsIn(db, 'own-0')).toEqual(full);
    const exchanged = await changeMany(db, ['own-0'], { add: ['ports'], remove: ['tag 7'] }, at(later));
    expect(exchanged.tally).toMatchObject({ changed: 1, full: 0 });
    expect(await tagsIn(db, 'own-0')).toHaveLength(maxTagsPerAnnotation);
  });

  it('that nobody gets are not made', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    await changeMany(db, ['theirs', 'nowhere'], { add: ['ports'], remove: [] }, at(later));
    expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['old']);
  });

  it('are meant by what they are called now: one that was merged goes with the tag that it became', async () => {
    await importText(db, fileOf(2, (i) => (i === 0 ? ['harbours'] : ['ports'])));
    const tags = await db.tags.toArray();
    const [merged, into] = ['harbours', 'ports'].map((name) => tags.find((tag) => tag.name === name));
    if (!merged || !into) throw new Error('no tags');
    const { key: _, ...gone } = merged;
    await db.tags.put({ ...gone, mergedInto: into.id, rev: 2 });
    expect((await changeMany(db, ['own-0'], { add: ['ports'], remove: [] }, at(later))).tally).toMatchObject({ same: 1 });
    const step = await changeMany(db, ['own-0', 'own-1'], { add: [], remove: ['ports'] }, at(later));
    expect((await rowsOf(db)).map(({ tagIds }) => tagIds)).toEqual([[], []]);
    await step.undo(at(afterwards));
    expect((await rowsOf(db)).map(({ tagIds }) => tagIds)).toEqual([[merged.id], [into.id]]);
  });

  it('can be counted: those of one\'s own, what most have first', async () => {
    await importText(db, theirs, { ownership: 'theirs' });
    const one = await annotate(db, { tags: ['ports', 'quay'] });
    const two = await annotate(db, { post: { postId: 43 }, tags: ['quay'] });
    expect(await tagsOf(db, [one.id, two.id, 'theirs', 'nowhere'])).toEqual([{ name: 'quay', count: 2 }, { name: 'ports', count: 1 }]);
  });
});

describe('taking tags back', () => {
  it('brings back order, time and tags of each, in a revision of its own, and drops what the step made', async () => {
    const db = connect();
    await importText(db, fileOf(600, (i) => (i % 2 === 0 ? ['old', 'tide'] : ['old'])));
    const [rows, tags] = [await rowsOf(db), await db.tags.toArray()];
    const step = await changeMany(db, rows.map(({ id }) => id), { add: ['ports'], remove: ['old'] }, at(later));
    expect(await step.undo(at(afterwards))).toEqual({ restored: 600, stay: 0, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(rows));
    expect((await rowsOf(db)).every(({ rev }) => rev === 3)).toBe(true);
    expect(await db.tags.toArray()).toEqual(tags);
    await expectFound(db);
    await expectSound(db);
  });

  it('where somebody wrote since takes back the tags alone', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old', 'tide'], note: 'Before' });
    const step = await changeMany(db, [id], { add: ['ports'], remove: ['old'] }, at(later));
    await saveById(db, id, { tags: ['ports', 'tide', 'quay'], note: 'After' }, 2, later);
    await step.undo(at(afterwards));
    expect(await tagsIn(db, id)).toEqual(['tide', 'quay', 'old']);
    expect(await stored(db, id)).toMatchObject({ note: 'After', rev: 4, updatedAt: afterwards });
    await expectSound(db);
  });

  it('keeps a tag that it made when something else has it by now', async () => {
    const db = connect();
    const { id } = await annotate(db);
    const step = await changeMany(db, [id], { add: ['ports'], remove: [] }, at(later));
    const other = await annotate(db, { post: { postId: 43 }, tags: ['ports'] });
    await step.undo(at(afterwards));
    expect(await tagsIn(db, id)).toEqual([]);
    expect(await tagsIn(db, other.id)).toEqual(['ports']);
    await expectSound(db);
  });

  it('does not bring back a tag that is gone for good', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old'] });
    const [tag] = await db.tags.toArray();
    const step = await changeMany(db, [id], { add: [], remove: ['old'] }, at(later));
    await db.tags.delete(tag?.id ?? '');
    await step.undo(at(afterwards));
    expect((await stored(db, id)).tagIds).toEqual([]);
    await expectSound(db);
  });

  it('makes a form that edited what the step made ask', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['old'] });
    const step = await changeMany(db, [id], { add: ['ports'], remove: [] }, at(later));
    await step.undo(at(afterwards));
    expect(await saveById(db, id, { tags: [], note: 'Typed' }, 2, afterwards)).toMatchObject({ status: 'conflict' });
  });
});

describe('many deleted', () => {
  it('are gone as one alone is, whoever wrote them, and come back as they were', async () => {
    const db = connect();
    await importText(db, theirs, { ownership: 'theirs' });
    const { id } = await annotate(db, { note: 'kept', tags: ['old'] });
    const before = await rowsOf(db);
    const step = await changeMany(db, [id, 'theirs', 'nowhere'], 'delete', at(later));
    expect(step.tally).toEqual({ changed: 2, same: 0, others: 0, full: 0, gone: 1 });
    for (const row of await rowsOf(db)) {
      expect(row).toMatchObject({ deletedAt: later, rev: 2 });
      expect(row).not.toHaveProperty('slot');
    }
    await expectFound(db);
    expect(await step.undo(at(afterwards))).toEqual({ restored: 2, stay: 0, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(before));
    await expectFound(db);
    await expectSound(db);
  });

  it('and annotated anew meanwhile hold both texts when it is taken back', async () => {
    const db = connect();
    const old = await annotate(db, { note: 'old', tags: ['a'] });
    const other = await annotate(db, { post: { postId: 43 }, note: 'other' });
    const step = await changeMany(db, [old.id, other.id], 'delete', at(later));
    const anew = await annotate(db, { note: 'new', tags: ['c'], rev: 0 });
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: 2 });
    expect((await stored(db, anew.id)).note).toBe('new\n\nold');
    expect(await tagsIn(db, anew.id)).toEqual(['c', 'a']);
    expect(await stored(db, other.id)).not.toHaveProperty('deletedAt');
    await expectSound(db);
  });

  it('of which one was restored and deleted again since: that deletion stays', async () => {
    const db = connect();
    const { id } = await annotate(db);
    const step = await changeMany(db, [id], 'delete', at(later));
    await restoreAnnotation(db, id, later);
    await deleteAnnotation(db, id, later + 1);
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: 0, stay: 1 });
    expect(await stored(db, id)).toMatchObject({ deletedAt: later + 1 });
  });
});
