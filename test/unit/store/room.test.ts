/** What is not written, so that Chromium does not throw away what was. */
import { afterEach, expect, it, vi } from 'vitest';
import { failureCode } from '../../../src/messages/failures.ts';
import { noQuery } from '../../../src/model/query.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { find } from '../../../src/store/find.ts';
import { annotate, connect } from '../database.ts';

const mega = 1024 * 1024;

function tell(estimate: object): void {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve(estimate) } });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('with little room in Chromium nothing is written, and all can be read', async () => {
  const db = connect('strict');
  tell({ quota: 100 * mega, usage: mega, usageDetails: {} });
  const { id } = await annotate(db, { note: 'before' });
  tell({ quota: 10 * mega, usage: mega, usageDetails: {} });
  for (const write of [() => annotate(db, { post: { postId: 2 }, note: 'then' }), () => deleteAnnotation(db, id, 0)]) {
    expect(failureCode(await write().catch((error: unknown) => error))).toBe('disk-full');
  }
  expect((await find(db, noQuery, { offset: 0, limit: 10 })).views).toMatchObject([{ annotation: { note: 'before', rev: 1 } }]);
  tell({ quota: 100 * mega, usage: mega, usageDetails: {} });
  expect(await annotate(db, { post: { postId: 2 }, note: 'then' })).toMatchObject({ status: 'saved' });
});

it('what Firefox calls the quota is no limit', async () => {
  const db = connect('strict');
  tell({ quota: mega, usage: 2 * mega });
  expect(await annotate(db, { note: 'typed' })).toMatchObject({ status: 'saved' });
});
