/** What became of a post goes out with its annotations, comes in with them, and goes with the last of them. */
import { describe, expect, it, vi } from 'vitest';
import { captureContent, captureId } from '../../../src/model/capture.ts';
import type { Seen } from '../../../src/model/history.ts';
import type { Post } from '../../../src/model/post.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { checkData } from '../../../src/store/check.ts';
import { exportSource } from '../../../src/store/export.ts';
import { undoImport } from '../../../src/store/import-run.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import type { Database } from '../../../src/store/schema.ts';
import { aPost, aSighting, day, minute, noon } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { type Writing, annotate, beginAnew, connect, stored } from '../database.ts';
import { fileOf, importText } from '../importing.ts';

/** Annotates, and looks at the post again: at each look it says what is given, or is not there. */
async function watched(db: Database, texts: readonly (string | undefined)[], writing: Writing = {}): Promise<string> {
  const { id } = await annotate(db, { offer: { html: '<p>' }, ...writing });
  await lookAt(db, id, texts, noon, writing.post);
  return id;
}

async function lookAt(db: Database, id: string, texts: readonly (string | undefined)[], from = noon, changes: Partial<Post> = {}): Promise<void> {
  const { channelRef, postId } = await stored(db, id);
  const seen: Seen[] = [];
  for (const [i, text] of texts.entries()) {
    const at = from + (i + 1) * minute;
    const content = captureContent(aPost({ text: text ?? '', ...changes }));
    const version = { id: await captureId(content), canonical: 1, reader: 1 };
    if (text !== undefined) await db.captures.put({ ...version, channelRef, postId, at, content });
    seen.push({ ...aSighting({ at }), ...(text !== undefined && { version }) });
  }
  await db.sightings.put({ channelRef, postId, seen, notable: seen.at(-1)?.at ?? 0 });
}

async function exported(db: Database) {
  const views = [];
  for await (const batch of (await exportSource(db)).annotations) views.push(...batch);
  return views;
}

const textsOf = async (db: Database) => (await db.captures.toArray()).map(({ content }) => content.text).sort();
const empty = () => {
  beginAnew();
  return connect();
};

describe('an export', () => {
  it('has the other contents of the post, in the order of time, and the looks', async () => {
    const db = connect();
    await watched(db, ['Roses.', undefined, 'Asters.']);
    const [view] = await exported(db);
    expect(view?.history?.versions.map(({ content }) => content.text)).toEqual(['Roses.', 'Asters.']);
    expect(view?.history?.seen.map(({ version }) => version !== undefined)).toEqual([true, false, true]);
  });

  it('has none for a post that was not looked at again, and asks for no capture of it', async () => {
    const db = connect();
    await annotate(db);
    const asked = vi.spyOn(db.captures, 'where');
    const [view] = await exported(db);
    expect(view).not.toHaveProperty('history');
    expect(asked).not.toHaveBeenCalled();
  });

  it('leaves out a history that cannot be read, and nothing else', async () => {
    const db = connect();
    await watched(db, ['Roses.']);
    await db.sightings.toCollection().modify({ seen: 'never' as never });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    expect((await exported(db))[0]?.history?.seen).toEqual([]);
    expect(told).toHaveBeenCalled();
    told.mockRestore();
  });
});

describe('an import', () => {
  it('adds the looks and contents of a file to those that are here, and a second time nothing', async () => {
    const here = connect();
    const id = await watched(here, ['Roses.']);
    const mine = await fileOf(here);
    await lookAt(here, id, ['Asters.', undefined], noon + day);
    const theirs = await fileOf(here);
    const db = empty();
    await importText(db, mine);
    await importText(db, theirs);
    expect(await textsOf(db)).toEqual(['Asters.', 'Roses.', 'Tulips are in bloom.']);
    const [row] = await db.sightings.toArray();
    expect(row).toMatchObject({ notable: noon + day + 2 * minute, seen: [{ at: noon + minute }, { at: noon + day + minute }, { at: noon + day + 2 * minute }] });
    const before = await fileOf(db);
    await importText(db, mine);
    await importText(db, theirs);
    expect(await fileOf(db)).toBe(before);
    await expectSound(db);
  });

  it('says that a post changed only where it did', async () => {
    const here = connect();
    await watched(here, ['Tulips are in bloom.']);
    const file = await fileOf(here);
    const db = empty();
    await importText(db, file);
    expect(await db.sightings.toArray()).toEqual([expect.not.objectContaining({ notable: expect.anything() })]);
  });

  it('changes nothing of a capture that is here, and believes no id of ours', async () => {
    const here = connect();
    await watched(here, ['Roses.']);
    const file = await fileOf(here);
    const forged = file.replaceAll('"Roses."', '"Thorns."');
    const db = empty();
    await importText(db, file);
    await importText(db, forged);
    expect(await textsOf(db)).toEqual(['Roses.', 'Thorns.', 'Tulips are in bloom.']);
    for (const { id, content } of await db.captures.toArray()) expect(id).toBe(await captureId(content));
    const [row] = await db.sightings.toArray();
    // The look of the forged file means the forged content.
    expect(new Set(row?.seen.map(({ version }) => version?.id)).size).toBe(2);
    await expectSound(db);
  });

  it('that is taken back takes the histories of its posts along, and leaves what is mine', async () => {
    const here = connect();
    await watched(here, ['Roses.']);
    await watched(here, ['Asters.'], { post: { postId: 7 } });
    const file = await fileOf(here);
    const db = empty();
    await annotate(db, { post: { postId: 7 }, note: 'Mine.' });
    await importText(db, file, { ownership: 'theirs' });
    expect(await db.sightings.count()).toBe(2);
    await undoImport(db, { onProgress: () => undefined, now: () => noon });
    expect((await db.sightings.toArray()).map(({ postId }) => postId)).toEqual([7]);
    expect((await db.annotations.toArray()).map(({ note }) => note)).toEqual(['Mine.']);
    await expectSound(db);
  });
});

describe('a history', () => {
  it('stays as long as any annotation of the post is there, deleted ones included, and goes with the last', async () => {
    const db = connect();
    const first = await watched(db, ['Roses.', 'Asters.']);
    const second = await annotate(db, { target: { kind: 'quote', exact: 'Tulips', prefix: '', suffix: '', start: 0, end: 6 } });
    await deleteAnnotation(db, first, noon);
    await purgeDeleted(db, noon + 31 * day);
    expect([await db.sightings.count(), await textsOf(db)]).toEqual([1, ['Asters.', 'Roses.', 'Tulips are in bloom.']]);
    await deleteAnnotation(db, second.id, noon + 40 * day);
    await expectSound(db);
    await purgeDeleted(db, noon + 71 * day);
    expect([await db.annotations.count(), await db.sightings.count(), await db.captures.count(), await db.originals.count()]).toEqual([0, 0, 0, 0]);
  });

  it('moves with its channel, and is one with that which is there', async () => {
    const db = connect();
    await watched(db, ['Roses.'], { post: { handle: 'old_garden', telegramId: 5 } });
    const second = await annotate(db, { post: { handle: 'garden_notes' }, note: 'second' });
    await lookAt(db, second.id, [undefined, 'Asters.'], noon + day);
    await annotate(db, { post: { handle: 'garden_notes', telegramId: 5, postId: 99 } });
    const rows = await db.sightings.toArray();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.seen.map(({ at }) => at)).toEqual([noon + minute, noon + day + minute, noon + day + 2 * minute]);
    expect(await textsOf(db)).toEqual(expect.arrayContaining(['Asters.', 'Roses.']));
    await expectSound(db);
  });

  it('is told when it cannot be read, or nothing of its post is annotated', async () => {
    const db = connect();
    const id = await watched(db, ['Roses.']);
    const { channelRef } = await stored(db, id);
    await db.sightings.put({ channelRef, postId: 7, seen: [] });
    await db.sightings.put({ channelRef, postId: 8, seen: 'never' as never });
    expect((await checkData(db)).problems.map(({ kind, table, id: key }) => `${table} ${kind} ${key.split(',')[1]}`).sort()).toEqual([
      'sightings unreadable 8', 'sightings unused 7',
    ]);
    await db.sightings.delete([channelRef, 42]);
    expect((await checkData(db)).problems.map(({ kind, table }) => `${table} ${kind}`)).toContain('captures unused');
  });
});
