import { describe, expect, it } from 'vitest';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { tagRow } from '../../../src/store/schema.ts';
import { tagUses, tagsNamed } from '../../../src/store/tags.ts';
import { aTag, minute, noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';

describe('tags by name', () => {
  it('are made once, whatever their case, and keep their first spelling', async () => {
    const db = connect();
    const a = await annotate(db, { tags: ['Сад', 'Straße'], now: noon });
    const b = await annotate(db, { tags: ['STRASSE', 'сад', 'new'], post: { postId: 43 }, now: noon + minute });
    const [sad, street] = (await stored(db, a.id)).tagIds;
    expect((await stored(db, b.id)).tagIds.slice(0, 2)).toEqual([street, sad]);
    expect((await db.tags.orderBy('key').toArray()).map(({ name, createdAt, updatedAt, rev }) => [name, createdAt, updatedAt, rev]))
      .toEqual([['new', noon + minute, noon + minute, 1], ['Straße', noon, noon, 1], ['Сад', noon, noon, 1]]);
  });

  it('come in the order in which they are named', async () => {
    const db = connect();
    await tagsNamed(db, ['b'], noon);
    expect((await tagsNamed(db, ['c', 'b', 'a'], noon)).map((tag) => tag.name)).toEqual(['c', 'b', 'a']);
    expect(await tagsNamed(db, [], noon)).toEqual([]);
  });

  it('are made once when they are named at once', async () => {
    const db = connect();
    const made = await Promise.all(Array.from({ length: 5 }, () => (
      db.transaction('rw', db.tags, async () => tagsNamed(db, ['new', 'сад'], noon))
    )));
    expect(await db.tags.count()).toBe(2);
    expect(new Set(made.flat().map((tag) => tag.id)).size).toBe(2);
  });

  it('are made anew where one was deleted or merged', async () => {
    const db = connect();
    await db.tags.bulkAdd([tagRow(aTag('old', { id: 'deleted', deletedAt: noon })), tagRow(aTag('Old', { id: 'merged', mergedInto: 'x' }))]);
    const [tag] = await tagsNamed(db, ['old'], noon);
    expect(['deleted', 'merged']).not.toContain(tag?.id);
    expect(tag?.name).toBe('old');
  });
});

describe('the use of tags', () => {
  it('counts living annotations and tells when the last was changed', async () => {
    const db = connect();
    await annotate(db, { tags: ['both', 'once'], post: { postId: 1 }, now: noon });
    await annotate(db, { tags: ['both'], post: { postId: 2 }, now: noon + minute });
    const gone = await annotate(db, { tags: ['both', 'gone'], post: { postId: 3 }, now: noon + 2 * minute });
    await deleteAnnotation(db, gone.id, noon + 3 * minute);
    expect(await tagUses(db)).toStrictEqual([
      { name: 'both', uses: 2, lastUsedAt: noon + minute }, { name: 'gone', uses: 0 }, { name: 'once', uses: 1, lastUsedAt: noon },
    ]);
  });

  it('leaves out what was deleted or merged', async () => {
    const db = connect();
    await db.tags.bulkAdd([tagRow(aTag('living')), tagRow(aTag('deleted', { deletedAt: noon })), tagRow(aTag('merged', { mergedInto: 'tag-living' }))]);
    expect((await tagUses(db)).map((tag) => tag.name)).toEqual(['living']);
  });
});
