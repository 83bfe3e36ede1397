import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { defaultOptions } from '../../../src/model/options.ts';
import { noQuery } from '../../../src/model/query.ts';
import { find } from '../../../src/store/find.ts';
import { live } from '../../../src/store/live.ts';
import { openReview } from '../../../src/store/review.ts';
import { annotate, connect } from '../database.ts';

const failed = (error: unknown): void => { throw error; };

it('a live query tells what it finds again after each change, until it is left', async () => {
  const db = connect();
  const writer = connect('strict');
  const totals: number[] = [];
  const leave = live(db, () => find(db, { ...noQuery, text: 'tulips' }, { offset: 0, limit: 10 }))(({ total }) => totals.push(total), failed);
  await vi.waitFor(() => { expect(totals.at(-1)).toBe(0); });
  await annotate(writer, { note: 'tulips' });
  await vi.waitFor(() => { expect(totals.at(-1)).toBe(1); });
  leave();
  await annotate(writer, { post: { postId: 43 }, note: 'tulips' });
  await new Promise((done) => { setTimeout(done, 50); });
  expect(totals.at(-1)).toBe(1);
});

it('a live query that fails says so', async () => {
  const fail = vi.fn();
  live(connect(), () => Promise.reject(new Error('no disk')))(() => undefined, fail);
  await vi.waitFor(() => { expect(fail).toHaveBeenCalledWith(expect.objectContaining({ message: 'no disk' })); }, { timeout: 5_000 });
});

it('a live query that the browser breaks off, as when it clears what is stored, is made again', async () => {
  const told: string[] = [];
  let tries = 0;
  const query = async () => {
    if (++tries === 1) throw new Dexie.InvalidStateError('cleared');
    return 'all is there';
  };
  const leave = live(connect(), query)((value) => told.push(value), failed);
  await vi.waitFor(() => { expect(told).toEqual(['all is there']); });
  leave();
});

it('what changes faster than it is read is told all the same, and read once at a time', async () => {
  const db = connect();
  const writer = connect('strict');
  const told: number[] = [];
  let [reading, most, goOn] = [0, 0, true];
  const leave = live(db, async () => {
    reading += 1;
    most = Math.max(most, reading);
    let value: unknown;
    for (let i = 0; i < 50; i++) value = (await db.options.get('number'))?.value;
    reading -= 1;
    return Number(value ?? 0);
  })((value) => told.push(value), failed);
  const write = async (): Promise<number> => {
    for (let value = 1; ; value++) {
      await writer.options.put({ name: 'number', value });
      if (!goOn) return value;
    }
  };
  const writing = write();
  await vi.waitFor(() => { expect(told.length).toBeGreaterThan(3); }, { timeout: 10_000 });
  goOn = false;
  const last = await writing;
  await vi.waitFor(() => { expect(told.at(-1)).toBe(last); }, { timeout: 10_000 });
  leave();
  expect(most).toBe(1);
});

it('list, filters and options of the pages are live', async () => {
  const review = openReview();
  const [list, filters, options] = [vi.fn(), vi.fn(), vi.fn()];
  const leave = [
    review.find(noQuery, { offset: 0, limit: 10 })(list, failed), review.facets(noQuery)(filters, failed), review.options()(options, failed),
  ];
  await vi.waitFor(() => { expect(options).toHaveBeenLastCalledWith(defaultOptions); });
  const db = connect();
  await annotate(db, { tags: ['сад'] });
  await db.options.put({ name: 'onPages', value: 'mark' });
  await vi.waitFor(() => {
    expect(list).toHaveBeenLastCalledWith(expect.objectContaining({ total: 1 }));
    expect(filters).toHaveBeenLastCalledWith(expect.objectContaining({ tags: [expect.objectContaining({ count: 1 })] }));
    expect(options).toHaveBeenLastCalledWith({ ...defaultOptions, onPages: 'mark' });
  });
  for (const end of leave) end();
});
