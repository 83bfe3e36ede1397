import { describe, expect, it } from 'vitest';
import { deleteAnnotation, restoreAnnotation } from '../../../src/store/annotations.ts';
import { countLiving, deleted } from '../../../src/store/deleted.ts';
import type { Database } from '../../../src/store/schema.ts';
import { minute, noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

/** Annotations of these notes, of which the first was deleted first. */
async function withDeleted(...notes: string[]): Promise<{ db: Database; ids: string[] }> {
  const db = connect();
  const ids: string[] = [];
  for (const [i, note] of notes.entries()) {
    const { id } = await annotate(db, { note, post: { postId: i + 1 }, tags: ['сад'] });
    await deleteAnnotation(db, id, noon + i * minute);
    ids.push(id);
  }
  await annotate(db, { note: 'living', post: { postId: 99 } });
  return { db, ids };
}

const notes = async (db: Database, limit: number) => (await deleted(db, limit)).views.map(({ annotation }) => annotation.note);

describe('what was deleted', () => {
  it('is listed with all that it points to, the newest deletion first, without what lives', async () => {
    const { db } = await withDeleted('a', 'b', 'c');
    expect(await notes(db, 50)).toEqual(['c', 'b', 'a']);
    expect((await deleted(db, 50)).views[0]).toMatchObject({ channel: { title: 'Garden' }, tags: [{ name: 'сад' }], annotation: { deletedAt: noon + 2 * minute } });
  });

  it('is listed up to a limit, with word of whether there is more', async () => {
    const { db } = await withDeleted('a', 'b', 'c');
    expect(await notes(db, 2)).toEqual(['c', 'b']);
    expect([(await deleted(db, 2)).more, (await deleted(db, 3)).more]).toEqual([true, false]);
  });

  it('is not listed once it is taken back', async () => {
    const { db, ids: [first = ''] } = await withDeleted('a', 'b');
    await restoreAnnotation(db, first, noon);
    expect(await notes(db, 50)).toEqual(['b']);
  });

  it('is listed still when its post was annotated anew, and that annotation got its text', async () => {
    const { db, ids: [first = ''] } = await withDeleted('a');
    const anew = await annotate(db, { note: 'anew', post: { postId: 1 } });
    expect(await restoreAnnotation(db, first, noon)).toBe(anew.id);
    expect(await notes(db, 50)).toEqual(['a']);
  });

  it('is not counted among what lives', async () => {
    const { db } = await withDeleted('a', 'b');
    expect(await countLiving(db)).toBe(1);
  });
});
