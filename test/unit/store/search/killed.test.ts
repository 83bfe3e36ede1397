/** Work on the index that is broken off before any one of its steps: nothing is found wrongly, and the next goes on. */
import { describe, expect, it } from 'vitest';
import { noQuery } from '../../../../src/model/query.ts';
import { deleteAnnotation } from '../../../../src/store/annotations.ts';
import { eraseEverything } from '../../../../src/store/erase.ts';
import { facets } from '../../../../src/store/facets.ts';
import { find } from '../../../../src/store/find.ts';
import { scanFacets } from '../../../../src/store/scan-facets.ts';
import { scan } from '../../../../src/store/scan.ts';
import type { Database } from '../../../../src/store/schema.ts';
import { checkIndex } from '../../../../src/store/search/check-index.ts';
import { indexChanges } from '../../../../src/store/search/index-changes.ts';
import { maintainIndex } from '../../../../src/store/search/maintain.ts';
import { beginRebuild } from '../../../../src/store/search/rebuild.ts';
import { minute, noon } from '../../builders.ts';
import { annotate, beginAnew, connect } from '../../database.ts';
import { withSteps } from '../../steps.ts';

async function expectFound(db: Database): Promise<void> {
  const page = { offset: 0, limit: 50 };
  for (const text of ['', '"low tide" ferr']) {
    const query = { ...noQuery, text };
    expect(await find(db, query, page), text).toEqual(await scan(db, query, page));
  }
  expect(await facets(db, noQuery)).toEqual(await scanFacets(db, noQuery));
  expect(await checkIndex(db)).toEqual([]);
}

/** Two segments, some of whose documents do not count any more, and notes. */
async function prepared(db: Database): Promise<void> {
  const save = (postId: number, note: string, rev = 0) => annotate(db, {
    post: { postId, text: `Ferry ${postId}` }, tags: ['ports'], note, rev, now: noon + postId * minute,
  });
  const saved = [await save(1, 'low tide'), await save(2, 'tide low'), await save(3, 'ferries')];
  await indexChanges(db, noon);
  await save(2, 'low tide again', 1);
  await deleteAnnotation(db, saved[2]?.id ?? '', noon);
  await save(4, 'low');
  await indexChanges(db, noon);
  await save(4, 'low tide', 1);
  await save(5, 'ferry');
}

async function indexRows(db: Database): Promise<unknown> {
  const ids = (await db.segments.toArray()).map(({ id }) => id);
  const strays = await Promise.all([db.columns, db.postings, db.places].map((table) => table.filter(({ segment }) => !ids.includes(segment)).count()));
  return { strays, unready: await db.segments.filter(({ ready }) => !ready).count(), notes: await db.changed.count() };
}

describe.each<[string, (db: Database) => Promise<void>]>([
  ['after changes', async () => undefined],
  ['from nothing', beginRebuild],
])('indexing %s', (_, begin) => {
  it('goes on after it was killed before any step', { timeout: 120_000 }, async () => {
    let wasKilled = true;
    for (let steps = 0; wasKilled; steps++) {
      beginAnew();
      let left = Infinity;
      const db = withSteps(connect(), () => {
        if (left-- <= 0) throw new Error('killed');
      });
      await prepared(db);
      await begin(db);
      left = steps;
      wasKilled = await maintainIndex(db, noon).then(() => false, () => true);
      left = Infinity;
      await expectFound(db);
      await maintainIndex(db, noon);
      await expectFound(db);
      expect(await indexRows(db)).toEqual({ strays: [0, 0, 0], unready: 0, notes: 0 });
      db.close();
    }
  });

  it('leaves no word of what was erased meanwhile', { timeout: 120_000 }, async () => {
    let isErased = true;
    for (let steps = 0; isErased; steps += 3) {
      beginAnew();
      const db = connect();
      await prepared(db);
      await begin(db);
      isErased = false;
      // Begun here, since what is begun within a step belongs to the transaction of that.
      let come: () => void = () => undefined;
      const erased = new Promise<void>((resolve) => { come = resolve; }).then(() => (isErased ? eraseEverything(db) : undefined));
      let left = steps;
      const worker = withSteps(connect(), () => {
        if (left-- !== 0) return;
        isErased = true;
        come();
      });
      await maintainIndex(worker, noon);
      come();
      await erased;
      if (!isErased) break;
      await maintainIndex(db, noon);
      for (const table of [db.columns, db.postings, db.places, db.segments, db.annotations]) expect(await table.count(), table.name).toBe(0);
      for (const each of [worker, db]) each.close();
    }
  });
});

it('a segment that is not what it was is told of, and what is asked for is found all the same', async () => {
  const db = connect();
  await prepared(db);
  await maintainIndex(db, noon);
  await db.postings.toCollection().modify({ bytes: new Uint8Array([1]) });
  const damaged: string[] = [];
  const query = { ...noQuery, text: 'ferry' };
  expect((await find(db, query, { offset: 0, limit: 9 }, ({ name }) => damaged.push(name))).total).toBe(4);
  expect(damaged).toEqual(['DamagedIndexError']);
  await beginRebuild(db);
  await maintainIndex(db, noon);
  await expectFound(db);
});
