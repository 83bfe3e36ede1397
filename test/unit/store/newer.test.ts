/** A database that a newer version of Postil wrote. */
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../../src/messages/failures.ts';
import { createHandlers } from '../../../src/background/handlers.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { noQuery } from '../../../src/model/query.ts';
import { openReview } from '../../../src/store/review.ts';
import { aView, anOffer, wholePost } from '../builders.ts';
import { annotate, connect } from '../database.ts';
import { clearSession } from '../fake-session.ts';

vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string) => key }));
vi.mock('../../../src/webext/annotate-command.ts', () => ({ addMenuEntry: async () => undefined }));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async () => undefined, sayOnPages: async () => undefined }));
vi.mock('../../../src/webext/rev.ts', () => ({ bumpRev: async () => undefined }));
vi.mock('../../../src/webext/inject.ts', () => ({ runInFrame: async () => undefined, styleFrame: async () => undefined }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));
vi.mock('../../../src/webext/tabs.ts', () => ({ tellFrame: async () => undefined }));
beforeEach(clearSession);

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('it failed')));
  });
}

function factory(): IDBFactory {
  return Dexie.dependencies.indexedDB;
}

/** Makes version 99, by what it is given: the stores of today, of which one index is gone, or others. */
async function writeNewer(make: (db: IDBDatabase, upgrade: IDBTransaction) => void): Promise<void> {
  const opening = factory().open('postil', 99);
  opening.addEventListener('upgradeneeded', () => {
    if (opening.transaction) make(opening.result, opening.transaction);
  });
  (await request(opening)).close();
}

/** Everything that is stored, with the version and the shape of the database. */
async function contents(): Promise<unknown> {
  const db = await request(factory().open('postil'));
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const stores = await Promise.all(names.map(async (name) => {
    const store = reading.objectStore(name);
    return { name, keyPath: store.keyPath, indexes: [...store.indexNames], rows: await request(store.getAll()) };
  }));
  db.close();
  return { version: db.version, stores };
}

const newer: [string, () => Promise<void>][] = [
  ['that has what this one has, and more', async () => {
    const db = connect();
    await annotate(db, { note: 'kept', tags: ['сад'] });
    db.close();
    await writeNewer((upgraded) => { upgraded.createObjectStore('more', { keyPath: 'id' }).put({ id: 1, of: 'the future' }); });
  }],
  ['that lacks an index', async () => {
    const db = connect();
    await annotate(db, { note: 'kept' });
    db.close();
    await writeNewer((_, upgrade) => { upgrade.objectStore('annotations').deleteIndex('updatedAt'); });
  }],
  ['that is another altogether', () => writeNewer((db) => { db.createObjectStore('annotations', { autoIncrement: true }).put('a row'); })],
];

const page: Caller = { kind: 'content', tabId: 1, frameId: 7, host: 't.me' };
const editor: Caller = { kind: 'extension', tabId: 1, frameId: 9 };
const key = { handle: 'garden_notes', postId: 42 };
const body = { tags: ['new'], note: 'new' };

describe.each(newer)('a database %s', (_, write) => {
  it('is refused by everything that reads and writes, and stays as it is', async () => {
    await write();
    const before = await contents();
    const worker = createHandlers(connect('strict'), connect());
    const { token } = await worker['editor.open'](anOffer(), page);
    const review = openReview();
    const live = [review.find(noQuery, { offset: 0, limit: 10 }), review.facets(noQuery), review.options(), review.backup()];
    const attempts: Record<string, () => Promise<unknown>> = {
      forPosts: () => worker['annotations.forPosts']({ keys: [key], locale: 'en' }, page),
      claim: () => worker['editor.claim']({ token }, editor),
      uses: () => worker['tags.uses']({}, editor),
      saveDraft: () => worker['draft.save']({ key, target: wholePost, draft: { ...body, pending: '', rev: 0 } }, editor),
      discardDraft: () => worker['draft.discard']({ key, target: wholePost }, editor),
      saveOnPost: () => worker['annotation.saveOnPost']({ offered: anOffer(), target: wholePost, body, rev: 0 }, editor),
      save: () => worker['annotation.save']({ id: 'a', body, rev: 1 }, editor),
      delete: () => worker['annotation.delete']({ id: 'a' }, editor),
      restore: () => worker['annotation.restore']({ id: 'a' }, editor),
      setOnPages: () => worker['options.setOnPages']({ onPages: 'mark' }, editor),
      exported: () => worker['backup.exported']({ held: 1, at: 1 }, editor),
      snooze: () => worker['backup.snooze']({}, editor),
      setAutomatic: () => worker['backup.setAutomatic']({ automatic: true }, editor),
      tagUses: () => review.tagUses(),
      draftOf: () => review.draftOf(aView()),
      exportSource: () => review.exportSource(),
      backupNow: () => review.backupNow(),
      ...Object.fromEntries(live.map((subscribe, i) => [`live ${i}`, () => new Promise((resolve, reject) => {
        subscribe(resolve, reject);
      })])),
    };
    // Twice: what could not be opened once is tried again, and refused again.
    for (const name of [...Object.keys(attempts), ...Object.keys(attempts)]) {
      const failure: unknown = await attempts[name]?.().then(() => 'done', (error: unknown) => error);
      expect(failure, name).toBeInstanceOf(Error);
      expect(explainFailure(failure).code, name).toBe('newer');
    }
    expect(await contents()).toEqual(before);
  });
});
