/** Importing into a Postil that is not empty: whose text stays, what a crash leaves, and the way back. */
import { afterEach, describe, expect, it } from 'vitest';
import { deleteAnnotation, saveById } from '../../../src/store/annotations.ts';
import { ownAuthorId } from '../../../src/store/authors.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { acceptImport, runImport, undoImport } from '../../../src/store/import-run.ts';
import { readProgress } from '../../../src/store/imports.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tagNames } from '../../../src/store/tags.ts';
import { noon, minute } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect } from '../database.ts';
import { dryRun, fileOf, importText, never } from '../importing.ts';

let last: Database;

/** Whatever an import did, what it leaves is sound. */
function opened(): Database {
  last = connect();
  return last;
}

afterEach(async () => {
  if (last.isOpen()) await expectSound(last);
});

type Fields = Record<string, unknown>;

function entry(changes: Fields = {}): Fields {
  return { id: 'a-1', author: 'anna', post: { channel: 'garden_notes', postId: 42, text: 'Tulips are in bloom.' }, tags: ['spring'], note: 'Look.', ...changes };
}

function file(annotations: Fields[], others: Fields = {}): string {
  return JSON.stringify({ format: 'postil', version: 1, owner: 'anna', authors: [{ id: 'anna', name: 'Анна' }], ...others, annotations });
}

async function written(db: Database): Promise<string[]> {
  const rows = (await db.annotations.toArray()).filter((row) => row.deletedAt === undefined);
  return (await Promise.all(rows.map(async (row) => `${row.authorId} ${row.postId}: ${(await tagNames(db, row.tagIds)).join(', ')} | ${row.note}`))).sort();
}

/** But for imports, and for the index, which has tests of its own. */
async function everything(db: Database): Promise<unknown> {
  const tables = db.tables.filter(({ name }) => !['imports', 'changed', 'segments', 'columns', 'postings', 'places'].includes(name));
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)));
}

/** A file of as many posts, more than one row of an import. */
/** Every third post was looked at again, and said something else. */
function longFile(count: number): string {
  const version = { id: '0'.repeat(64), canonical: 1, reader: 1 };
  const at = '2025-03-05T12:00:00Z';
  const history = { versions: [{ ...version, at, text: 'Roses.' }], seen: [{ at, url: 'https://t.me/s/garden_notes', page: 'feed', version }] };
  return file(Array.from({ length: count }, (_, i) => entry({
    id: `a-${i}`, post: { channel: 'garden_notes', postId: 1 + i }, note: `note ${i}`, ...(i % 3 === 0 && { history }),
  })));
}

describe('authors', () => {
  it('whoever brings their own file into an empty Postil is who they were', async () => {
    const db = opened();
    await importText(db, file([entry()]), { ownership: 'mine' });
    expect(await ownAuthorId(db)).toBe('anna');
    expect(await annotate(db, { note: 'Look.', tags: ['spring'] })).toMatchObject({ status: 'saved', id: 'a-1' });
  });

  it("others' annotations stay theirs, by name, beside mine on the same post", async () => {
    const db = opened();
    await annotate(db, { note: 'Mine.' });
    const own = await ownAuthorId(db);
    const { plan, tally } = await importText(db, file([entry()]), { ownership: 'theirs' });
    expect(plan).toMatchObject({ added: 1, conflicts: [], authors: [{ author: { id: 'anna', name: 'Анна' }, mine: false, count: 1 }] });
    expect(tally).toMatchObject({ added: 1 });
    expect(await written(db)).toEqual([`${own} 42:  | Mine.`, 'anna 42: spring | Look.'].sort());
    expect(await db.authors.get('anna')).toEqual({ id: 'anna', name: 'Анна' });
    expect(await ownAuthorId(db)).toBe(own);
  });

  it('mine from another computer become mine here', async () => {
    const db = opened();
    await annotate(db, { post: { postId: 1 }, note: 'Here.' });
    const own = await ownAuthorId(db);
    await importText(db, file([entry()]), { ownership: 'mine' });
    expect(await written(db)).toEqual([`${own} 1:  | Here.`, `${own} 42: spring | Look.`]);
    expect(await db.authors.toCollection().primaryKeys()).toEqual([own]);
  });

  it('annotations without an author are those of whoever imports', async () => {
    const db = opened();
    await importText(db, file([entry({ author: undefined })], { owner: undefined, authors: undefined }), { ownership: 'theirs' });
    expect(await written(db)).toEqual([`${await ownAuthorId(db)} 42: spring | Look.`]);
  });
});

describe('where both have written', () => {
  async function withMine(): Promise<Database> {
    const db = opened();
    await annotate(db, { tags: ['garden'], note: 'Mine.' });
    return db;
  }

  it.each([['mine', 'garden | Mine.', 'kept'], ['theirs', 'spring | Look.', 'replaced'], ['both', 'garden, spring | Mine.\n\nLook.', 'joined']] as const)(
    'the choice %s is carried out, for all', async (resolution, text, counted) => {
      const db = await withMine();
      const { plan, tally } = await importText(db, file([entry()]), { ownership: 'mine', resolution });
      expect(plan.conflicts).toEqual([{
        id: 'a-1', position: 1, postId: 42, channel: { handle: 'garden_notes' },
        mine: { tags: ['garden'], note: 'Mine.' }, theirs: { tags: ['spring'], note: 'Look.' },
      }]);
      expect(tally).toEqual({ added: 0, identical: 0, kept: 0, replaced: 0, joined: 0, [counted]: 1 });
      expect(await written(db)).toEqual([`${await ownAuthorId(db)} 42: ${text}`]);
    },
  );

  it('and one by one', async () => {
    const db = await withMine();
    await annotate(db, { post: { postId: 43 }, note: 'Mine, too.' });
    const own = await ownAuthorId(db);
    const second = entry({ id: 'a-2', post: { channel: 'garden_notes', postId: 43 } });
    await importText(db, file([entry(), second]), { ownership: 'mine', resolution: 'mine', byId: { 'a-2': 'theirs' } });
    expect(await written(db)).toEqual([`${own} 42: garden | Mine.`, `${own} 43: spring | Look.`]);
  });

  it('a form that still edits what was there learns of it', async () => {
    const db = await withMine();
    await importText(db, file([entry()]), { ownership: 'mine', resolution: 'theirs' });
    expect(await annotate(db, { note: 'Mine again.', rev: 1 })).toMatchObject({ status: 'conflict', theirs: { note: 'Look.' } });
  });

  it('both stay mine where together they would be more than an annotation may hold', async () => {
    const db = opened();
    await annotate(db, { note: 'm'.repeat(60_000) });
    const { tally } = await importText(db, file([entry({ note: 't'.repeat(60_000) })]), { ownership: 'mine', resolution: 'both' });
    expect(tally).toMatchObject({ kept: 1, joined: 0 });
  });

  it('a renamed tag is the same tag', async () => {
    const db = opened();
    await annotate(db, { tags: ['Garten'], note: 'Same.' });
    const own = await ownAuthorId(db);
    const tag = await db.tags.toCollection().first();
    const text = file([entry({ tags: ['garden'], note: 'Same.' })], { tags: [{ id: tag?.id, name: 'garden' }] });
    const { plan } = await importText(db, text, { ownership: 'mine' });
    expect(plan).toMatchObject({ identical: 1, conflicts: [] });
    expect(await written(db)).toEqual([`${own} 42: Garten | Same.`]);
  });

  it('what was deleted comes back, above every revision that a form may still hold', async () => {
    const db = opened();
    const { id } = await annotate(db, { tags: ['spring'], note: 'Look.' });
    const text = await fileOf(db);
    await deleteAnnotation(db, id, noon + minute);
    const { plan } = await importText(db, text);
    expect(plan).toMatchObject({ added: 1 });
    expect(await db.annotations.get(id)).toMatchObject({ note: 'Look.', rev: 3 });
    expect(await db.annotations.get(id)).not.toHaveProperty('deletedAt');
  });

  it('so do hundreds that were deleted, more than are looked through at once', async () => {
    const db = opened();
    await importText(db, longFile(300));
    await db.annotations.toCollection().modify((row) => {
      delete row.slot;
      row.deletedAt = noon;
      row.rev = 5;
    });
    const { tally } = await importText(db, longFile(300));
    expect(tally).toMatchObject({ added: 300 });
    const rows = await db.annotations.toArray();
    expect(rows.filter((row) => row.deletedAt === undefined && row.rev === 6)).toHaveLength(300);
    await undoImport(db, { onProgress: () => undefined, now: () => noon });
    expect((await db.annotations.toArray()).filter((row) => row.deletedAt === noon)).toHaveLength(300);
  });
});

describe('one file that contradicts itself', () => {
  it('annotations of a channel that is known here by its number are its, though others of its name come first without one', async () => {
    const db = opened();
    await annotate(db, { post: { telegramId: 7, postId: 1 }, note: 'Here.' });
    const { phase, tally } = await importText(db, file([
      entry({ post: { channel: 'garden_notes', postId: 42 } }), entry({ id: 'a-2', post: { channel: 'garden_notes', channelId: 7, postId: 43 } }),
    ]));
    expect([phase, tally?.added]).toEqual(['done', 2]);
    const [numbered] = await db.channels.where('telegramId').equals(7).toArray();
    expect((await db.annotations.toArray()).filter(({ channelRef }) => channelRef === numbered?.id).map(({ postId }) => postId).sort()).toContain(43);
  });

  it('two with one id are both left out', async () => {
    const db = opened();
    const { rejections, tally } = await importText(db, file([entry(), entry({ id: 'a-2', post: { channel: 'x', postId: 1 } }), entry({ note: 'Other.' })]));
    expect(rejections).toEqual([
      { part: 'annotations', position: 1, reason: { code: 'same-id', position: 3 } },
      { part: 'annotations', position: 3, reason: { code: 'same-id', position: 1 } },
    ]);
    expect(tally).toMatchObject({ added: 1 });
    expect(await written(db)).toEqual(['anna 1: spring | Look.']);
  });

  it('two of one author on one post become one with both texts', async () => {
    const db = opened();
    await importText(db, file([entry(), entry({ id: 'a-2', note: 'And this.' })]));
    expect(await written(db)).toEqual(['anna 42: spring | Look.\n\nAnd this.']);
  });

  it('an id that stands for another post here gets a new one', async () => {
    const db = opened();
    const { id } = await annotate(db, { note: 'Mine.' });
    await importText(db, file([entry({ id, post: { channel: 'garden_notes', postId: 43 } })]), { ownership: 'mine' });
    expect(await written(db)).toHaveLength(2);
    expect(await db.annotations.get(id)).toMatchObject({ note: 'Mine.', postId: 42 });
  });
});

describe('a dry run', () => {
  it('writes nothing', async () => {
    const db = opened();
    await annotate(db, { note: 'Mine.' });
    const before = await everything(db);
    const { plan } = await dryRun(db, longFile(600), 'mine');
    expect(plan).toMatchObject({ added: 599, identical: 0 });
    expect(plan.conflicts).toHaveLength(1);
    expect(await everything(db)).toEqual(before);
  });

  it('of a file that breaks off leaves nothing behind', async () => {
    const db = opened();
    await expect(dryRun(db, longFile(600).slice(0, -20))).rejects.toThrow('truncated');
    expect(await db.imports.count()).toBe(0);
  });
});

it('ends when everything is deleted meanwhile', async () => {
  const db = opened();
  await dryRun(db, longFile(600));
  await acceptImport(db, { ownership: 'mine', resolution: 'both', byId: {} });
  let rows = 0;
  let erased: Promise<void> | undefined;
  const onProgress = () => {
    if (++rows === 2) erased = eraseEverything(db);
  };
  expect(await runImport(db, { signal: never, onProgress, now: () => noon })).toBeUndefined();
  await erased;
  expect([await db.annotations.count(), await db.imports.count()]).toEqual([0, 0]);
});

describe('an import that breaks off', () => {
  async function stopAfter(db: Database, rows: number): Promise<void> {
    const stop = new AbortController();
    let seen = 0;
    await runImport(db, { signal: stop.signal, onProgress: () => ++seen === rows && stop.abort(), now: () => noon });
  }

  it.each([1, 2, 3])('after row %i goes on where it was, and ends as if it had not', async (rows) => {
    const whole = opened();
    await dryRun(whole, longFile(600));
    await acceptImport(whole, { ownership: 'mine', resolution: 'both', byId: {} });
    await stopAfter(whole, rows);
    expect(await whole.annotations.count()).toBe([0, 250, 500][rows - 1]);
    expect(await readProgress(whole)).toMatchObject({ phase: 'running', written: rows, rows: 4 });
    whole.close();

    const later = opened();
    const progress = await runImport(later, { signal: never, onProgress: () => undefined, now: () => noon });
    expect(progress).toMatchObject({ phase: 'done', tally: { added: 600, identical: 0, kept: 0, replaced: 0, joined: 0 } });
    expect(await written(later)).toHaveLength(600);
    expect([await later.captures.count(), await later.sightings.count()]).toEqual([800, 200]);
  });

  it.each([1, 2, 3, 4])('can be taken back after row %i: all is as before', async (rows) => {
    const db = opened();
    await annotate(db, { tags: ['garden'], note: 'Mine.' });
    const before = await written(db);
    await dryRun(db, longFile(600), 'mine');
    await acceptImport(db, { ownership: 'mine', resolution: 'theirs', byId: {} });
    await stopAfter(db, rows);
    expect(await undoImport(db, { onProgress: () => undefined, now: () => noon })).toBe(0);
    expect(await written(db)).toEqual(before);
    expect([await db.captures.count(), await db.tags.count(), await db.channels.count(), await db.authors.count(), await db.imports.count()]).toEqual([1, 1, 1, 1, 0]);
  });

  it('taken back from an empty Postil leaves an empty one', async () => {
    const db = opened();
    await importText(db, longFile(300));
    await undoImport(db, { onProgress: () => undefined, now: () => noon });
    expect(await everything(db)).toEqual({ annotations: [], captures: [], originals: [], sightings: [], channels: [], tags: [], authors: [], drafts: [], options: [], worklist: [] });
  });

  it('what was changed since stays when the rest is taken back', async () => {
    const db = opened();
    await importText(db, file([entry(), entry({ id: 'a-2', post: { channel: 'garden_notes', postId: 43 } })]));
    await saveById(db, 'a-1', { tags: ['spring'], note: 'Changed.' }, 1, noon + minute);
    expect(await undoImport(db, { onProgress: () => undefined, now: () => noon })).toBe(1);
    expect(await written(db)).toEqual(['anna 42: spring | Changed.']);
  });
});
