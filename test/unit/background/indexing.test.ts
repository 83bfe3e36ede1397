import { beforeEach, expect, it, vi } from 'vitest';
import { createIndexing } from '../../../src/background/indexing.ts';
import { Database } from '../../../src/store/schema.ts';

const work = vi.hoisted(() => ({ isNeeded: true, done: 0 }));
vi.mock('../../../src/store/search/maintain.ts', () => ({
  indexLock: 'index',
  needsMaintenance: () => Promise.resolve(work.isNeeded),
  maintainIndex: () => {
    work.done += 1;
    work.isNeeded = false;
    return Promise.resolve();
  },
}));

let isFree = true;
beforeEach(() => {
  Object.assign(work, { isNeeded: true, done: 0 });
  isFree = true;
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: { request: (_: string, __: object, held: (lock: object | null) => unknown) => Promise.resolve(held(isFree ? {} : null)) } });
});

it('the index is worked on a second after the last call, once', async () => {
  const soon = createIndexing(new Database('relaxed'));
  soon();
  await vi.advanceTimersByTimeAsync(900);
  soon();
  await vi.advanceTimersByTimeAsync(900);
  expect(work.done).toBe(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work.done).toBe(1);
});

it('what whoever is at it leaves undone is done later, without another call', async () => {
  const soon = createIndexing(new Database('relaxed'));
  isFree = false;
  soon();
  await vi.advanceTimersByTimeAsync(3_500);
  expect(work.done).toBe(0);
  isFree = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work.done).toBe(1);
});
