import { describe, expect, it } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { type BulkChange, changeMany } from '../../../src/store/bulk.ts';
import { find } from '../../../src/store/find.ts';
import type { AnnotationRow } from '../../../src/store/schema.ts';
import { needsMaintenance, maintainIndex } from '../../../src/store/search/maintain.ts';
import { expectSound } from '../checked.ts';
import { connect } from '../database.ts';
import { importText } from '../importing.ts';
import { withSteps } from '../steps.ts';
import { afterwards, at, expectFound, fileOf, later, rowsOf, withoutRev } from './many.ts';

describe('a step over many', () => {
  const ids = Array.from({ length: 600 }, (_, i) => `own-${i}`);

  it.each<[string, BulkChange, (row: AnnotationRow) => boolean]>([
    ['tags', { add: ['ports'], remove: [] }, ({ tagIds }) => tagIds.length > 0], ['deletion', 'delete', ({ deletedAt }) => deletedAt !== undefined],
  ])('(%s) that is cancelled stops between two batches, and what was done is taken back', async (_, change, isChanged) => {
    const db = connect();
    await importText(db, fileOf(600));
    const before = await rowsOf(db);
    const stop = new AbortController();
    const seen: number[] = [];
    const step = await changeMany(db, ids, change, at(later, {
      signal: stop.signal, onProgress: (done) => {
        seen.push(done);
        if (done > 0) stop.abort();
      },
    }));
    expect(seen).toEqual([0, 600 - step.left]);
    expect(step.left).toBeGreaterThan(0);
    expect((await rowsOf(db)).filter(isChanged)).toHaveLength(step.tally.changed);
    expect(step.tally.changed).toBe(600 - step.left);
    await expectFound(db);
    expect(await step.undo(at(afterwards))).toMatchObject({ restored: step.tally.changed, left: 0 });
    expect(withoutRev(await rowsOf(db))).toEqual(withoutRev(before));
    await expectSound(db);
  });

  it.each<[string, BulkChange]>([['tags', { add: ['ports'], remove: ['old'] }], ['deletion', 'delete']])(
    '(%s) that fails before any one use of the database leaves whole batches, of which it knows, and so does taking it back', async (_, change) => {
      let [steps, total] = [Infinity, 0];
      const db = withSteps(connect('strict'), () => {
        if (steps-- <= 0) throw new Error('the disk is full');
        total++;
      });
      await importText(db, fileOf(600, () => ['old']));
      const before = withoutRev(await rowsOf(db));
      for (let allowed = 0, isWhole = false; !isWhole; allowed += 3) {
        steps = allowed;
        const step = await changeMany(db, ids, change, at(later));
        steps = Infinity;
        isWhole = step.left === 0;
        expect(step.error === undefined).toBe(isWhole);
        const written = (await rowsOf(db)).filter(({ updatedAt, deletedAt }) => updatedAt === later || deletedAt === later);
        expect(written).toHaveLength(step.tally.changed);
        steps = Math.floor(allowed / 2);
        const first = await step.undo(at(afterwards));
        steps = Infinity;
        const second = await step.undo(at(afterwards));
        expect(first.restored + second.restored).toBe(step.tally.changed);
        expect(withoutRev(await rowsOf(db))).toEqual(before);
        expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['old']);
      }
      expect(total).toBeGreaterThan(0);
      await expectSound(db);
    }, 60_000,
  );

  it('has the index kept up to date along the way, and says nothing when that fails', async () => {
    const db = connect();
    await importText(db, fileOf(5_100));
    const many = Array.from({ length: 5_100 }, (_, i) => `own-${i}`);
    const noted: number[] = [];
    const index = async () => {
      noted.push(await db.changed.count());
      await maintainIndex(db, later);
    };
    const step = await changeMany(db, many, { add: ['ports'], remove: [] }, at(later, { index }));
    await expect.poll(() => noted).toEqual([4, 4, 4, 4, 4, 1]);
    await expect.poll(() => needsMaintenance(db, later)).toBe(false);
    expect((await find(db, { ...noQuery, text: 'tag:ports' }, { offset: 0, limit: 1 })).total).toBe(5_100);
    const failing = await step.undo(at(afterwards, { index: () => Promise.reject(new Error('nobody answers')) }));
    expect(failing).toEqual({ restored: 5_100, stay: 0, left: 0 });
    await expectSound(db);
  }, 60_000);
});
