import { describe, expect, it } from 'vitest';
import { currentHandle } from '../../../src/model/channel.ts';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { ownAuthorId } from '../../../src/store/authors.ts';
import { exportSource } from '../../../src/store/export.ts';
import type { Database } from '../../../src/store/schema.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { noon } from '../builders.ts';
import { annotate, connect, stored } from '../database.ts';
import { importText } from '../importing.ts';

async function exported(db: Database, ids?: readonly string[]): Promise<AnnotationView[]> {
  const views: AnnotationView[] = [];
  for await (const batch of (await exportSource(db, ids)).annotations) views.push(...batch);
  return views;
}

describe('what leaves in an export', () => {
  it('is nothing of an empty database', async () => {
    const source = await exportSource(connect());
    expect(source).toMatchObject({ authors: [], tags: [] });
    expect(source).not.toHaveProperty('owner');
    expect(await exported(connect())).toEqual([]);
  });

  it('is every living annotation, tag and author', async () => {
    const db = connect();
    const kept = await annotate(db, { post: { postId: 1 }, note: 'kept', tags: ['used'] });
    const gone = await annotate(db, { post: { postId: 2 }, tags: ['Unused'] });
    await deleteAnnotation(db, gone.id, noon);
    const { owner, authors, tags } = await exportSource(db);
    expect(owner).toBe(await ownAuthorId(db));
    expect(authors).toEqual([{ id: owner }]);
    expect(tags.map((tag) => tag.name)).toEqual(['Unused', 'used']);
    expect(tags[0]).not.toHaveProperty('key');
    expect((await exported(db)).map(({ annotation }) => annotation)).toMatchObject([{ id: kept.id, note: 'kept' }]);
    expect((await exported(db))[0]?.annotation).not.toHaveProperty('slot');
  });

  it('comes by id, each once, however many are read at once', { timeout: 20_000 }, async () => {
    const db = connect();
    const { id, slot, ...row } = await stored(db, (await annotate(db)).id);
    const ids = [id, ...Array.from({ length: 1_100 }, () => crypto.randomUUID())];
    await db.annotations.bulkPut(ids.map((each, i) => ({ ...row, id: each, slot: `${slot}-${i}` })));
    // A whole batch of deleted ones must not end it.
    const sorted = ids.toSorted();
    await db.annotations.bulkUpdate(sorted.slice(0, 600).map((key) => ({ key, changes: { deletedAt: noon } })));
    expect((await exported(db)).map(({ annotation }) => annotation.id)).toEqual(sorted.slice(600));
  });
});

describe('what leaves in an export of some annotations', () => {
  const theirs = JSON.stringify({
    format: 'postil', version: 1, authors: [{ id: 'ann', name: 'Ann' }],
    annotations: [{ id: 'theirs-1', author: 'ann', post: { channel: 'meadow', postId: 1 }, tags: ['shared'] }],
  });

  it('is they, what they name, and who exports', async () => {
    const db = connect();
    const one = await annotate(db, { post: { postId: 1, handle: 'garden' }, tags: ['ports'] });
    const other = await annotate(db, { post: { postId: 2, handle: 'orchard' }, tags: ['secret', 'shared'] });
    await importText(db, theirs);
    const names = async (ids: string[]) => {
      const { owner, authors, tags, channels } = await exportSource(db, ids);
      expect(owner).toBe(await ownAuthorId(db));
      return { authors: authors.map(({ name }) => name).sort(), tags: tags.map(({ name }) => name), channels: channels.map(currentHandle) };
    };
    expect(await names([one.id])).toEqual({ authors: [undefined], tags: ['ports'], channels: ['garden'] });
    expect(await names(['theirs-1'])).toEqual({ authors: ['Ann', undefined], tags: ['shared'], channels: ['meadow'] });
    expect(await names([])).toEqual({ authors: [undefined], tags: [], channels: [] });
    expect(await exported(db, ['theirs-1', one.id, one.id, 'nobody'])).toEqual(
      (await exported(db)).filter(({ annotation }) => annotation.id !== other.id),
    );
  });

  it('names tags as what they stand for: one that another was merged into, and none that was deleted', async () => {
    const db = connect();
    const { id } = await annotate(db, { post: { postId: 1 }, tags: ['quay', 'gone'] });
    await annotate(db, { post: { postId: 2 }, tags: ['pier'] });
    const tags = async () => (await db.tags.orderBy('key').toArray()).map(({ key: _, ...tag }) => tag);
    await writeTags(db, renaming(await tags(), 'quay', 'pier', noon)?.after ?? [], noon);
    await writeTags(db, removal(await tags(), 'gone', noon).after, noon);
    expect((await exportSource(db, [id])).tags.map(({ name }) => name)).toEqual(['pier']);
    expect((await exported(db, [id])).map((view) => view.tags.map(({ name }) => name))).toEqual([['pier']]);
  });

  it('is not what was deleted, and nothing that it alone names', async () => {
    const db = connect();
    const { id } = await annotate(db, { tags: ['ports'] });
    await deleteAnnotation(db, id, noon);
    expect(await exportSource(db, [id])).toMatchObject({ authors: [{ id: await ownAuthorId(db) }], tags: [], channels: [] });
    expect(await exported(db, [id])).toEqual([]);
  });

  it('comes in the order of everything, however many are asked for', { timeout: 20_000 }, async () => {
    const db = connect();
    const { id, slot, ...row } = await stored(db, (await annotate(db)).id);
    const ids = [id, ...Array.from({ length: 1_100 }, () => crypto.randomUUID())];
    await db.annotations.bulkPut(ids.map((each, i) => ({ ...row, id: each, slot: `${slot}-${i}` })));
    expect((await exported(db, ids.slice(50))).map(({ annotation }) => annotation.id)).toEqual(ids.slice(50).sort());
  });
});
