import { beforeEach, expect, it, vi } from 'vitest';
import { guardDatabase } from '../../../src/background/guard.ts';
import { readDatabaseId } from '../../../src/store/database-id.ts';
import { beginAnew, connect } from '../database.ts';
import { clearSession } from '../fake-session.ts';

const outside = vi.hoisted(() => ({ mark: undefined as string | undefined, logs: 0 }));
vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/database-mark.ts', () => ({
  readDatabaseMark: () => Promise.resolve(outside.mark),
  writeDatabaseMark: async (id: string) => { outside.mark = id; },
}));
vi.mock('../../../src/store/new-log.ts', () => ({ beginNewLog: async () => { outside.logs += 1; } }));

beforeEach(() => {
  clearSession();
  Object.assign(outside, { mark: undefined, logs: 0 });
});

it('a new log is begun once after each start of the browser, not at each start of the worker', async () => {
  await guardDatabase(connect());
  await guardDatabase(connect());
  expect(outside.logs).toBe(1);
  clearSession();
  await guardDatabase(connect());
  expect(outside.logs).toBe(2);
});

it('the database that was there first stays noted when another one takes its place', async () => {
  await guardDatabase(connect());
  const first = outside.mark;
  expect(first).toBe(await readDatabaseId(connect()));
  clearSession();
  beginAnew();
  await guardDatabase(connect());
  expect(outside.mark).toBe(first);
  expect(await readDatabaseId(connect())).not.toBe(first);
});
