/** The disk is full, or cannot be read, at any one of the reads and writes that a call of the table, or a page that writes, makes. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../../src/messages/failures.ts';
import { calls as callTable } from '../../../src/messages/table.ts';
import { noQuery } from '../../../src/model/query.ts';
import { find } from '../../../src/store/find.ts';
import { scan } from '../../../src/store/scan.ts';
import type { Database } from '../../../src/store/schema.ts';
import { tell } from '../../faults/faults.ts';
import { expectSound } from '../checked.ts';
import { type Contents, annotate, beginAnew, connect, contents, putBack } from '../database.ts';
import { Disk, type Way, letOnlyDeleteOnceFull } from './faulty-disk.ts';
import { calls, furnish, jobs } from './writing-cases.ts';

const indexTables = ['changed', 'segments', 'columns', 'postings', 'places'];

/** What is there, apart from how it is indexed, and with made-up ids by the order in which they come. */
async function said(db: Database): Promise<string> {
  const { ...rows } = await contents(db);
  for (const name of indexTables) delete rows[name];
  const known = new Map<string, string>();
  return JSON.stringify(rows).replace(/[\da-f]{8}-[\da-f-]{27}/g, (id) => known.get(id) ?? known.set(id, `id ${known.size}`).get(id) ?? '');
}

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
