/** The disk is full, or cannot be read, at any one of the reads and writes that a call of the table, or a page that writes, makes. */
import { IDBDatabase } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readExport } from '../../../src/formats/read-export.ts';
import { explainFailure } from '../../../src/messages/failures.ts';
import { calls as callTable } from '../../../src/messages/table.ts';
import { canonicalVersion, captureContent, captureId } from '../../../src/model/capture.ts';
import { noQuery } from '../../../src/model/query.ts';
import { removal, renaming } from '../../../src/model/tag-changes.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { setOwnName } from '../../../src/store/authors.ts';
import { recordExport, setAutomaticBackup, snoozeBackup } from '../../../src/store/backup.ts';
import { type BulkChange, changeMany } from '../../../src/store/bulk.ts';
import { renameInDrafts } from '../../../src/store/draft-tags.ts';
import { deleteDraft, writeDraft } from '../../../src/store/drafts.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { find } from '../../../src/store/find.ts';
import { acceptImport, runImport, undoImport } from '../../../src/store/import-run.ts';
import { stageImport } from '../../../src/store/import-stage.ts';
import { forgetImport, readProgress } from '../../../src/store/imports.ts';
import { keepTags } from '../../../src/store/keep-tags.ts';
import { moveAnnotation, undoMove } from '../../../src/store/move.ts';
import { writeOptions } from '../../../src/store/options.ts';
import { purgeTags } from '../../../src/store/purge-tags.ts';
import { purgeDeleted } from '../../../src/store/purge.ts';
import { rereadOriginals } from '../../../src/store/reread.ts';
import { scan } from '../../../src/store/scan.ts';
import type { Database } from '../../../src/store/schema.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { beginRebuild } from '../../../src/store/search/rebuild.ts';
import { recordContent, recordGaps, recordLooks } from '../../../src/store/sightings.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import {
  addToWorklist, clearWorklist, leavePost, removeFromWorklist, reopenPost, restoreToWorklist, worklistRows,
} from '../../../src/store/worklist.ts';
import { tell } from '../../faults/faults.ts';
import { aPost, aSighting, anOffer, day, minute, noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { type Contents, annotate, beginAnew, connect, contents, putBack } from '../database.ts';
import { inPieces, never } from '../importing.ts';
import { withSteps, withWrites } from '../steps.ts';

const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');

/** Of the writes only, each can also seem to succeed: browsers that count at the end abort the transaction then. */
type Way = 'refused' | 'taken back at the end';

/** Fails one use of the store. */
class Disk {
  /** Its number, counted from 1. */
  #failing = Infinity;
  #uses = 0;
  #way: Way = 'refused';

  failAt(nth: number, way: Way): void {
    [this.#failing, this.#way, this.#uses] = [nth, way, 0];
  }

  repair(): void {
    this.#failing = Infinity;
  }

  get hasFailed(): boolean {
    return this.#uses >= this.#failing;
  }

  attach(db: Database): Database {
    const isDue = (way: Way) => {
      if (way === this.#way) this.#uses += 1;
      return way === this.#way && this.#uses === this.#failing;
    };
    withWrites(db, (name, request) => {
      if (isDue('taken back at the end')) abortAtTheEnd(request.trans as unknown as IDBTransaction, name);
    });
    return withSteps(db, () => {
      if (isDue('refused')) throw full();
    });
  }
}

/** Aborts a transaction when all else is done, be it that it is told so or that nothing more comes. */
function abortAtTheEnd(transaction: IDBTransaction, name: string): void {
  Object.defineProperty(transaction, 'error', { get: full });
  Object.defineProperty(transaction, 'commit', { value: () => transaction.abort() });
  // Requests of its own keep it open so long.
  let patience = 100;
  const wait = () => {
    patience -= 1;
    if (patience === 0) transaction.abort();
    else transaction.objectStore(name).count().addEventListener('success', wait);
  };
  wait();
}

const indexTables = ['changed', 'segments', 'columns', 'postings', 'places'];

/** What is there, apart from how it is indexed, and with made-up ids by the order in which they come. */
async function said(db: Database): Promise<string> {
  const { ...rows } = await contents(db);
  for (const name of indexTables) delete rows[name];
  const known = new Map<string, string>();
  return JSON.stringify(rows).replace(/[\da-f]{8}-[\da-f-]{27}/g, (id) => known.get(id) ?? known.set(id, `id ${known.size}`).get(id) ?? '');
}

const other = anOffer({ text: 'Roses are in bloom.' }, { sighting: aSighting({ at: noon + day }), reader: 2, html: '<p>Roses</p>' });

/**
 * An annotation that was deleted, one made anew in its place, one beside it, each with a draft; one of a renamed channel. The
 * post of the second said something else since. A tag that was deleted, a worklist, and an index that has work to do.
 */
async function furnish(db: Database): Promise<string[]> {
  const ids: string[] = [];
  for (const [note, postId] of [['deleted', 42], ['anew', 42], ['beside', 43]] as const) {
    const { id } = await annotate(db, { post: { postId }, note, tags: ['сад', note], offer: { html: `<p>${postId}</p>` } });
    if (note === 'deleted') await deleteAnnotation(db, id, noon + minute);
    else await maintainIndex(db, noon);
    await writeDraft(db, { handle: 'garden_notes', postId }, wholePost, { tags: ['anew'], pending: '', note: 'typed', rev: 1 }, noon);
    ids.push(id);
  }
  await annotate(db, { post: { handle: 'old_garden', telegramId: 5 }, note: 'renamed' });
  await recordContent(db, other);
  const tags = await db.tags.toArray();
  await writeTags(db, removal(tags, 'deleted', noon).after, noon);
  await addToWorklist(db, [{ handle: 'garden_notes', postId: 42 }, { handle: 'orchard', postId: 1 }], noon);
  await leavePost(db, (await worklistRows(db))[0]?.seq ?? 0, noon);
  return ids;
}

const post = { handle: 'garden_notes', postId: 42 };
const typed = { tags: ['half'], pending: 'a', note: 'typed more', rev: 1 };
const file = JSON.stringify({
  format: 'postil', version: 1, owner: 'ann', authors: [{ id: 'ann', name: 'Ann' }], tags: [{ id: 'tag-file', name: 'file' }],
  annotations: [
    { id: 'theirs-1', author: 'ann', post: { channel: 'garden_notes', postId: 43, text: 'Tulips are in bloom.' }, tags: ['file'], note: 'theirs' },
    { id: 'theirs-2', author: 'ann', post: { channel: 'meadow', postId: 7, text: 'Grass.' }, tags: ['file', 'сад'], note: 'new' },
  ],
});

/** Makes ready, and returns the call. It fails by rejecting. */
type Case = (db: Database, ids: readonly string[]) => Promise<() => Promise<unknown>>;

const at = (call: (db: Database, ids: readonly string[]) => Promise<unknown>): Case => async (db, ids) => () => call(db, ids);
const withoutAnything = (call: Case): Case => async (db, ids) => {
  await eraseEverything(db);
  return call(db, ids);
};

async function many(db: Database, ids: readonly string[], change: BulkChange) {
  const outcome = await changeMany(db, ids, change, { now: noon + day, signal: never, onProgress: () => undefined });
  if (outcome.error !== undefined) throw outcome.error;
  return outcome;
}

/** How a step over many is taken back. */
const takingBack = (change: BulkChange): Case => async (db, ids) => {
  const { undo } = await many(db, ids, change);
  return async () => {
    const { error } = await undo({ now: noon + 2 * day, signal: never, onProgress: () => undefined });
    if (error !== undefined) throw error;
  };
};

async function move(db: Database, id = '') {
  const outcome = await moveAnnotation(db, id, await captureId(captureContent(other.post)), 3, noon);
  if (outcome.status !== 'moved') throw new Error(outcome.status);
  return outcome.moved;
}

const stage = (db: Database) => stageImport(db, 'notes.json', readExport(inPieces(file), noon), { signal: never, onEntries: () => undefined });
const accept = async (db: Database) => {
  await stage(db);
  await acceptImport(db, choices);
};
const run = (db: Database) => runImport(db, { signal: never, onProgress: () => undefined, now: () => noon });
const choices = { ownership: 'mine', resolution: 'both', byId: {} } as const;

/** Each is one transaction, or as good as one. */
const calls: Record<string, Case> = {
  'annotation.saveOnPost, the first of all': withoutAnything(at((db) => annotate(db, { tags: ['new', 'newer'], note: 'typed', offer: { html: '<p>' } }))),
  'annotation.saveOnPost, the first on a post': at((db) => annotate(db, { post: { handle: 'other', telegramId: 7 }, tags: ['new'], note: 'typed' })),
  'annotation.saveOnPost, on a post that is annotated': at((db) => annotate(db, { note: 'typed', tags: ['new'], rev: 3 })),
  'annotation.saveOnPost, where two channels are found to be one': at((db) => annotate(db, { post: { telegramId: 5, postId: 43 }, note: 'typed', rev: 1 })),
  'annotation.save': at((db, [, , id = '']) => saveById(db, id, { tags: ['new'], note: 'typed' }, 1, noon)),
  'annotation.delete': at((db, [, , id = '']) => deleteAnnotation(db, id, noon)),
  'annotation.restore, which joins two texts': at((db, [id = '']) => restoreAnnotation(db, id, noon)),
  'draft.save': at((db) => writeDraft(db, post, wholePost, typed, noon)),
  'draft.save, on a post of another channel': at((db) => writeDraft(db, { handle: 'other', postId: 1 }, wholePost, typed, noon)),
  'draft.discard': at((db) => deleteDraft(db, post, wholePost)),
  'tags.write, which merges one into another': async (db) => {
    const tags = (await db.tags.toArray()).filter(({ key }) => key !== undefined);
    const { after } = renaming(tags, 'anew', 'beside', noon) ?? expect.fail();
    return () => writeTags(db, after, noon);
  },
  'tags.keep': at((db) => keepTags(db, ['сад'])),
  'data.erase': at(eraseEverything),
  'search.rebuild': at(beginRebuild),
  'author.setName': at((db) => setOwnName(db, 'Анна')),
  'options.setOnPages': at((db) => writeOptions(db, { onPages: 'mark', telegramHost: 't.me' })),
  'options.setTheme': at((db) => writeOptions(db, { theme: 'dark' })),
  'backup.exported': at((db) => recordExport(db, 1, noon)),
  'backup.snooze': at((db) => snoozeBackup(db, noon)),
  'backup.setAutomatic': at((db) => setAutomaticBackup(db, true)),
  'posts.seen': async (db) => {
    const version = { id: await captureId(captureContent(aPost())), canonical: canonicalVersion, reader: 1 };
    return () => recordLooks(db, [{ key: post, version, sighting: aSighting({ at: noon + 2 * day }) }]);
  },
  'posts.content': at((db) => recordContent(db, { ...other, post: aPost({ text: 'Nothing grows.' }), sighting: aSighting({ at: noon + 3 * day }) })),
  'posts.notShown': at((db) => recordGaps(db, [{ handle: 'garden_notes', from: 40, to: 44 }], aSighting({ at: noon + 3 * day }))),

  'tags for many': at((db, ids) => many(db, ids, { add: ['many'], remove: ['сад'] })),
  'many deleted': at((db, ids) => many(db, ids, 'delete')),
  'many brought back': takingBack('delete'),
  'a move to another version': at((db, [, id]) => move(db, id)),
  'a move taken back': async (db, [, id]) => {
    const moved = await move(db, id);
    return () => undoMove(db, moved, noon);
  },
  'a renamed tag in drafts': async (db) => {
    const { before, after } = renaming((await db.tags.toArray()).filter(({ key }) => key !== undefined), 'anew', 'later', noon) ?? expect.fail();
    await writeTags(db, after, noon);
    return () => renameInDrafts(db, before);
  },
  'more on the worklist': at((db) => addToWorklist(db, [{ handle: 'meadow', postId: 7 }], noon)),
  'one left on the worklist': at(async (db) => leavePost(db, 2, noon)),
  'one opened again on the worklist': at(async (db) => reopenPost(db, 1)),
  'one gone from the worklist': at((db) => removeFromWorklist(db, 1)),
  'an empty worklist': at(clearWorklist),
  'the worklist brought back': async (db) => {
    const rows = await clearWorklist(db);
    return () => restoreToWorklist(db, rows);
  },
  'an import taken in': at(stage),
  'an import accepted': async (db) => {
    await stage(db);
    return () => acceptImport(db, choices);
  },
  'an import forgotten': async (db) => {
    await stage(db);
    return () => forgetImport(db);
  },
  'what was deleted long ago': at((db) => purgeDeleted(db, noon + 60 * day)),
};

/** What comes before is done once. */
interface Job {
  before?: (db: Database) => Promise<unknown>;
  case: Case;
}

/** Each is several transactions, and goes on from any of them. */
const jobs: Record<string, Job> = {
  'search.index': { case: at((db) => maintainIndex(db, noon)) },
  'an import': { before: accept, case: at(run) },
  'an import taken back': {
    before: (db) => accept(db).then(() => run(db)),
    case: at(async (db) => {
      if (await readProgress(db)) await undoImport(db, { onProgress: () => undefined, now: () => noon });
    }),
  },
  'tags taken back from many': { case: takingBack({ add: ['many'], remove: ['сад'] }) },
  'originals read again': {
    case: at((db) => rereadOriginals(db, {
      version: 3, read: (html) => aPost({ postId: html.includes('43') ? 43 : 42, text: `Read again: ${html}` }),
    }, { signal: never, onProgress: () => undefined })),
  },
  'tags that were deleted long ago': { case: at((db) => purgeTags(db, noon + 60 * day)) },
};

async function expectFound(db: Database): Promise<void> {
  const page = { offset: 0, limit: 50 };
  const query = { ...noQuery, text: 'tag:сад bloom' };
  expect(await find(db, query, page)).toEqual(await scan(db, query, page));
}

let faults = 0;
let furnished: { rows: Contents; ids: string[] };
beforeAll(async () => {
  // In the order in which they are made up, so that what is there can be compared.
  let made = 0;
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => `00000000-0000-4000-8000-${String(made += 1).padStart(12, '0')}`);
  vi.spyOn(console, 'warn').mockReturnValue();
  beginAnew();
  const db = connect();
  const ids = await furnish(db);
  furnished = { rows: await contents(db), ids };
  db.close();
});
afterAll(() => {
  vi.restoreAllMocks();
  tell({ 'faults injected into the store': faults });
});

async function begin() {
  const disk = new Disk();
  const db = disk.attach(connect('strict'));
  await putBack(db, furnished.rows);
  return { disk, db };
}

describe.each<Way>(['refused', 'taken back at the end'])('when any one of its steps is %s', (way) => {
  it.each(Object.entries(calls))('%s: nothing is half done, the reason is told, and with room it is done', { timeout: 60_000 }, async (_, arrange) => {
    const { db, disk } = await begin();
    const call = await arrange(db, furnished.ids);
    const before = await contents(db);
    let nth = 1;
    for (; ; nth += 1) {
      disk.failAt(nth, way);
      const failure: unknown = await call().then(() => undefined, (error: unknown) => error);
      const { hasFailed } = disk;
      disk.repair();
      if (!hasFailed) {
        expect(failure).toBeUndefined();
        break;
      }
      expect(explainFailure(failure).code, `step ${nth}`).toBe('disk-full');
      expect(await contents(db), `step ${nth}`).toEqual(before);
    }
    expect(await contents(db)).not.toEqual(before);
    await expectSound(db);
    expect(nth).toBeGreaterThan(1);
    faults += nth - 1;
  });

  // `search/killed.test.ts` refuses each step of the index.
  const those = Object.entries(jobs).filter(([name]) => way !== 'refused' || name !== 'search.index');
  it.each(those)('%s: nothing is wrong then, and it goes on to the same end', { timeout: 180_000 }, async (_, job) => {
    const { db, disk } = await begin();
    await job.before?.(db);
    const prepared = await contents(db);
    await (await job.case(db, furnished.ids))();
    await expectSound(db);
    const end = await said(db);
    // It can come to a stop in few states, for all of a transaction or none is there: each is looked through once.
    const stops = new Set<string>();
    let nth = 1;
    for (; ; nth += 1) {
      await putBack(db, prepared);
      const call = await job.case(db, furnished.ids);
      disk.failAt(nth, way);
      const failure: unknown = await call().then(() => undefined, (error: unknown) => error);
      const { hasFailed } = disk;
      disk.repair();
      if (!hasFailed) break;
      // An import is done when it is not indexed yet: the worker does that.
      if (failure !== undefined) expect(explainFailure(failure).code, `step ${nth}`).toBe('disk-full');
      const state = `${await said(db)} ${String(await Promise.all(indexTables.map((name) => db.table(name).count())))}`;
      if (stops.has(state)) continue;
      stops.add(state);
      await expectSound(db);
      await expectFound(db);
      await call();
      expect(await said(db), `after step ${nth}`).toBe(end);
    }
    await expectFound(db);
    expect(nth).toBeGreaterThan(1);
    faults += nth - 1;
  });
});

it('no call that writes is left out', () => {
  const readOnly = [
    'annotations.forPosts', 'page.reader', 'page.quoteStyles', 'page.annotated', 'editor.open', 'editor.openTab', 'editor.claim', 'editor.resized',
    'editor.closed', 'tags.uses',
  ];
  const tested = Object.keys({ ...calls, ...jobs }).map((name) => name.replace(/,.*/, ''));
  expect(Object.keys(callTable).filter((name) => !readOnly.includes(name) && !tested.includes(name))).toEqual([]);
});

/** As Firefox has it: after a transaction that found no room, the next one of the connection may only delete. */
function letOnlyDeleteOnceFull(): void {
  const begin = IDBDatabase.prototype.transaction;
  const watched = new WeakSet<IDBDatabase>();
  const mayOnlyDelete = new WeakSet<IDBDatabase>();
  const watch = (connection: IDBDatabase) => connection.addEventListener('abort', ({ target }) => {
    if ((target as IDBTransaction).error?.name === 'QuotaExceededError') mayOnlyDelete.add(connection);
  }, { capture: true });
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
    if (!watched.has(this)) watch(this);
    watched.add(this);
    const transaction = begin.call(this, names, mode, options);
    if (mode !== 'readwrite' || !mayOnlyDelete.delete(this)) return transaction;
    const open = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => Object.assign(open(name), { put: refuse, add: refuse });
    return transaction;
  });
}

function refuse(): never {
  throw new DOMException('a mutation operation was attempted on a database that did not allow mutations', 'InvalidStateError');
}

it('the first write after one that found no room is made, though Firefox would let it only delete', async () => {
  letOnlyDeleteOnceFull();
  const disk = new Disk();
  const db = disk.attach(connect('strict'));
  disk.failAt(1, 'taken back at the end');
  await expect(annotate(db, { note: 'typed' })).rejects.toThrow();
  disk.repair();
  expect(await annotate(db, { note: 'typed' })).toMatchObject({ status: 'saved' });
  vi.restoreAllMocks();
});
