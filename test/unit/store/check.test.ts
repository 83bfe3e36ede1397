import { Dexie } from 'dexie';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../../../src/model/history.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { checkData } from '../../../src/store/check.ts';
import type { Problem } from '../../../src/store/check-rows.ts';
import { deleteDraft, writeDraft } from '../../../src/store/drafts.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import { type Database, channelRow } from '../../../src/store/schema.ts';
import { addToWorklist } from '../../../src/store/worklist.ts';
import { aCapture, aChannel, aSighting, day, minute, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect, beginAnew } from '../database.ts';

const typed = { tags: ['сад'], pending: 'spr', note: 'typed', rev: 0 };

/** Two annotations, one of them deleted, and a draft. */
async function filled(): Promise<{ db: Database; living: string; gone: string }> {
  const db = connect();
  const living = await annotate(db, { tags: ['сад', 'план'], note: 'living', offer: { html: '<p>' } });
  const gone = await annotate(db, { post: { postId: 2, text: 'Other' }, tags: ['сад'] });
  await deleteAnnotation(db, gone.id, noon);
  await writeDraft(db, { handle: 'garden_notes', postId: 7 }, wholePost, typed, noon);
  return { db, living: living.id, gone: gone.id };
}

/** Passes the post of an annotation again, which says something else now. */
async function lookAt(db: Database, id: string, at: number): Promise<void> {
  const row = await db.annotations.get(id);
  if (!row) return;
  const { channelRef, postId } = row;
  const capture = aCapture({ text: 'later' }, { id: 'f'.repeat(64), channelRef, postId, at });
  await db.captures.put(capture);
  const { seen } = await db.sightings.get([channelRef, postId]) ?? { seen: [] };
  await db.sightings.put({ channelRef, postId, seen: [...seen, { ...aSighting({ at }), version: versionOf(capture) }] });
}

async function contents(db: Database): Promise<unknown> {
  return Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
}

describe('a sound database', () => {
  it('has no problems, and its rows are counted', async () => {
    const { db } = await filled();
    expect(await checkData(db)).toEqual({
      counts: { annotations: 1, deleted: 1, captures: 2, channels: 1, tags: 2, authors: 1, drafts: 1 }, problems: [],
    });
  });

  it('may be empty, may have channels without annotations and deleted tags', async () => {
    const db = connect();
    await expectSound(db);
    await db.channels.add(channelRow(aChannel({ telegramId: 5 })));
    await db.tags.add({ id: 'tag-1', name: 'gone', createdAt: noon, updatedAt: noon, rev: 2, deletedAt: noon });
    expect((await checkData(db)).counts).toMatchObject({ channels: 1, tags: 0 });
    await expectSound(db);
  });

  it('is what any saves, looks, deletions, drafts, merges and purges leave', async () => {
    const handle = fc.constantFrom('garden', 'Garden', 'orchard');
    const telegramId = fc.constantFrom(undefined, undefined, 5, 6);
    const postId = fc.integer({ min: 1, max: 2 });
    const text = fc.constantFrom('one', 'two');
    const tags = fc.constantFrom<string[]>([], ['a'], ['A', 'b'], ['b']);
    const operation = fc.oneof(
      { weight: 8, arbitrary: fc.record({ do: fc.constant('save' as const), handle, telegramId, postId, text, tags, rev: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('draft' as const), handle, telegramId, postId }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('discard' as const), handle, telegramId, postId }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const, 'edit' as const, 'look' as const), which: fc.nat(9) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), later: fc.integer({ min: 0, max: 60 }) }) },
    );
    await fc.assert(fc.asyncProperty(fc.array(operation, { maxLength: 14, size: 'max' }), async (operations) => {
      beginAnew();
      const db = connect();
      for (const [i, step] of operations.entries()) {
        const now = noon + i * 5 * day;
        const post = 'handle' in step
          ? { handle: step.handle, postId: step.postId, ...(step.telegramId !== undefined && { telegramId: step.telegramId }) } : undefined;
        const id = 'which' in step ? (await db.annotations.toCollection().primaryKeys())[step.which] ?? 'nowhere' : 'nowhere';
        switch (step.do) {
          case 'save':
            await annotate(db, { post: { ...post, text: step.text }, offer: { html: '<p>' }, tags: step.tags, note: step.text, rev: step.rev, now });
            break;
          case 'draft': await writeDraft(db, post ?? { handle: 'none', postId: 1 }, wholePost, typed, now); break;
          case 'discard': await deleteDraft(db, post ?? { handle: 'none', postId: 1 }, wholePost); break;
          case 'delete': await deleteAnnotation(db, id, now); break;
          case 'restore': await restoreAnnotation(db, id, now); break;
          case 'edit': await saveById(db, id, { tags: ['c'], note: 'edited' }, 1, now); break;
          case 'look': await lookAt(db, id, now); break;
          case 'purge': await purgeDeleted(db, now + step.later * day); break;
        }
      }
      await expectSound(db);
      db.close();
    }), { numRuns: 60 });
  });
});

describe('damage is found, named, and left as it is', () => {
  type Found = Pick<Problem, 'kind' | 'table'> & Partial<Problem>;
  type Damage = (db: Database, ids: { living: string; gone: string; channel: string }) => PromiseLike<unknown>;
  const change = (table: 'annotations' | 'channels', id: string, changes: object) => (db: Database) => db.table(table).update(id, changes);

  it.each<[string, Damage, Found[]]>([
    ['a note that is no text', (db, { living }) => change('annotations', living, { note: 7 })(db),
      [{ kind: 'unreadable', table: 'annotations', detail: expect.stringMatching(/^note /) as string }]],
    ['a missing capture', (db, { channel }) => db.captures.where(':id').between([channel, 42], [channel, 42, Dexie.maxKey]).delete(),
      [{ kind: 'no-capture', table: 'annotations' }, { kind: 'no-capture', table: 'originals' }]],
    ['a missing channel', (db) => db.channels.clear(), [
      { kind: 'no-channel', table: 'annotations' }, { kind: 'no-channel', table: 'annotations' }, { kind: 'no-channel', table: 'drafts' },
    ]],
    ['a missing author', (db) => db.authors.clear(), [
      { kind: 'no-author', table: 'annotations' }, { kind: 'no-author', table: 'annotations' }, { kind: 'no-author', table: 'options', id: 'ownAuthorId' },
    ]],
    ['a missing tag', (db) => db.tags.where('key').equals('план').delete(), [{ kind: 'no-tag', table: 'annotations' }]],
    ['no slot', (db, { living }) => db.annotations.where('id').equals(living).modify((row) => { delete row.slot; }),
      [{ kind: 'wrong-slot', table: 'annotations' }]],
    ['another slot', (db, { living }) => change('annotations', living, { slot: 'elsewhere' })(db), [{ kind: 'wrong-slot', table: 'annotations' }]],
    ['a deleted one with a slot', (db, { gone }) => change('annotations', gone, { slot: 'elsewhere' })(db),
      [{ kind: 'deleted-with-slot', table: 'annotations' }]],
    ['a capture that says nothing', (db, { channel }) => db.captures.where(':id').between([channel, 42], [channel, 42, Dexie.maxKey])
      .modify((row) => { Reflect.deleteProperty(row, 'content'); }), [{ kind: 'unreadable', table: 'captures' }]],
    ['a capture that nothing uses', (db, { channel }) => db.captures.add(aCapture({}, { channelRef: channel, postId: 42, id: 'other' })),
      [{ kind: 'unused', table: 'captures', id: expect.stringMatching(/,42,other$/) as string }]],
    ['an original that is no file', (db) => db.originals.toCollection().modify({ gzip: 'text' as never }), [{ kind: 'unreadable', table: 'originals' }]],
    ['a channel with a handle that is none', (db, { channel }) => change('channels', channel, { handles: [{ name: 'a b', firstSeen: 1, lastSeen: 1 }] })(db),
      [{ kind: 'unreadable', table: 'channels' }]],
    ['a channel not found by its handle', (db, { channel }) => change('channels', channel, { handleKeys: ['orchard'] })(db),
      [{ kind: 'wrong-handle-keys', table: 'channels' }]],
    ['a tag that is not found by its name', (db) => db.tags.where('key').equals('план').modify({ key: 'other' }), [{ kind: 'wrong-key', table: 'tags' }]],
    ['a deleted tag that is still found', (db) => db.tags.where('key').equals('план').modify({ deletedAt: noon }), [{ kind: 'wrong-key', table: 'tags' }]],
    ['a tag without a name', (db) => db.tags.where('key').equals('план').modify({ name: ' ' }), [{ kind: 'unreadable', table: 'tags' }]],
    ['an author whose name is no text', (db) => db.authors.toCollection().modify({ name: 7 as never }), [{ kind: 'unreadable', table: 'authors' }]],
    ['a draft that cannot be read', (db) => db.drafts.toCollection().modify({ tags: 'none' as never }), [{ kind: 'unreadable', table: 'drafts' }]],
    ['an own author that is no id', (db) => db.options.put({ name: 'ownAuthorId', value: 7 }), [{ kind: 'unreadable', table: 'options' }]],
    ['an own author who is nobody', (db) => db.options.put({ name: 'ownAuthorId', value: 'nobody' }),
      [{ kind: 'no-author', table: 'options', detail: 'nobody' }]],
    ['a listed post that is none', (db) => addToWorklist(db, [{ handle: 'a b', postId: 1 }], noon), [{ kind: 'unreadable', table: 'worklist' }]],
    ['a listed post that is found under another name', (db) => db.worklist.add({ post: 'orchard/1', handle: 'orchard', postId: 2, addedAt: noon }),
      [{ kind: 'wrong-key', table: 'worklist' }]],
  ])('%s', async (_, damage, found) => {
    const { db, living, gone } = await filled();
    const [channel = ''] = await db.channels.toCollection().primaryKeys();
    await damage(db, { living, gone, channel });
    const before = await contents(db);
    expect((await checkData(db)).problems).toMatchObject(found);
    expect(await contents(db)).toEqual(before);
  });
});

describe('the walk', () => {
  /** More annotations than are looked at together, all of one post and all but one deleted. */
  async function withMany(): Promise<Database> {
    const { db, gone } = await filled();
    const row = await db.annotations.get(gone);
    if (row) await db.annotations.bulkAdd(Array.from({ length: 1_100 }, (_, i) => ({ ...row, id: `more-${i}`, deletedAt: noon + i * minute })));
    return db;
  }

  it('sees every row, and tells how far it is', async () => {
    const db = await withMany();
    const told: [number, number][] = [];
    const { counts, problems } = await checkData(db, { onProgress: (done, total) => told.push([done, total]) });
    expect([counts.deleted, problems]).toEqual([1_101, []]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    expect(told.slice(0, 2)).toEqual([[500, 1_112], [1_000, 1_112]]);
    expect(told.at(-1)).toEqual([1_112, 1_112]);
  });

  it('ends when it is told to', async () => {
    const db = await withMany();
    const stop = new AbortController();
    const walk = checkData(db, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(walk).rejects.toMatchObject({ name: 'AbortError' });
  });
});
