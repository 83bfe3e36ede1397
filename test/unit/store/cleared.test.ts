/** What is stored is cleared while it is in use: by the person, in the browser's own settings. */
import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { saveById } from '../../../src/store/annotations.ts';
import { writeDraft } from '../../../src/store/drafts.ts';
import { facets } from '../../../src/store/facets.ts';
import { find } from '../../../src/store/find.ts';
import { live } from '../../../src/store/live.ts';
import type { Database } from '../../../src/store/schema.ts';
import { noon, wholePost } from '../builders.ts';
import { annotate, connect } from '../database.ts';

// Dexie says on the console that it closes.
beforeEach(() => { vi.spyOn(console, 'warn').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = Dexie.dependencies.indexedDB.deleteDatabase('postil');
    deleting.addEventListener('success', () => resolve());
    deleting.addEventListener('error', () => reject(deleting.error ?? new Error('not deleted')));
  });
}

const ways: [string, (connections: Database[]) => Promise<void>][] = [
  ['asking its connections to close', deleteDatabase],
  ['closing its connections by force', async (connections) => {
    for (const db of connections) forceCloseDatabase(db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await deleteDatabase();
  }],
  // As Chromium does with what is opened while it clears.
  ['closing them by force, and aborting what is opened next', async (connections) => {
    const open = vi.spyOn(Dexie.dependencies.indexedDB, 'open');
    for (let i = 0; i < 3; i += 1) open.mockImplementationOnce(() => { throw new DOMException('The connection was closed.', 'AbortError'); });
    for (const db of connections) forceCloseDatabase(db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await deleteDatabase();
    await vi.waitFor(() => { expect(open.mock.calls.length).toBeGreaterThan(3); });
  }],
];

describe.each(ways)('a database deleted by %s', (_, clear) => {
  it('is empty to a live query at once, and filled again by the next save', async () => {
    const [strict, relaxed, review] = [connect('strict'), connect(), connect()];
    const [totals, tags, failed]: [number[], number[], unknown[]] = [[], [], []];
    const leave = [
      live(review, () => find(review, noQuery, { offset: 0, limit: 10 }))(({ total }) => totals.push(total), (error) => failed.push(error)),
      live(review, () => facets(review, noQuery))((found) => tags.push(found.tags.length), (error) => failed.push(error)),
    ];
    const { id } = await annotate(strict, { note: 'one', tags: ['сад'] });
    await annotate(strict, { note: 'two', tags: ['сад'], rev: 1 });
    await writeDraft(relaxed, { handle: 'garden_notes', postId: 42 }, wholePost, { tags: [], pending: '', note: 'typed', rev: 2 }, noon);
    await vi.waitFor(() => { expect([totals.at(-1), tags.at(-1)]).toEqual([1, 1]); });

    await clear([strict, relaxed, review]);
    await vi.waitFor(() => { expect([totals.at(-1), tags.at(-1)]).toEqual([0, 0]); });

    expect(await saveById(strict, id, { tags: [], note: 'three' }, 2, noon)).toBeUndefined();
    await writeDraft(relaxed, { handle: 'garden_notes', postId: 42 }, wholePost, { tags: [], pending: '', note: 'typed', rev: 2 }, noon);
    // As an editor does that was open all the while.
    expect(await annotate(strict, { note: 'three', tags: ['new'], rev: 2 })).toMatchObject({ status: 'saved', rev: 1 });
    await vi.waitFor(() => { expect([totals.at(-1), tags.at(-1)]).toEqual([1, 1]); });
    expect(await relaxed.authors.count()).toBe(1);
    expect(failed).toEqual([]);
    for (const end of leave) end();
  });
});

it('a database that could not be opened is opened at the next call', async () => {
  const factory = Dexie.dependencies.indexedDB;
  const open = vi.spyOn(factory, 'open').mockImplementationOnce(() => { throw new DOMException('no room', 'QuotaExceededError'); });
  const db = connect();
  await expect(annotate(db)).rejects.toThrow();
  expect(await annotate(db)).toMatchObject({ status: 'saved' });
  open.mockRestore();
});
