import { expect, it } from 'vitest';
import type { Problem } from '../../../../src/store/check-rows.ts';
import { deleteAnnotation } from '../../../../src/store/annotations.ts';
import { checkData } from '../../../../src/store/check.ts';
import type { Database } from '../../../../src/store/schema.ts';
import { checkIndex } from '../../../../src/store/search/check-index.ts';
import { readySegments } from '../../../../src/store/search/commit.ts';
import { maintainIndex } from '../../../../src/store/search/maintain.ts';
import { mergeSegments } from '../../../../src/store/search/merge-segments.ts';
import { beginRebuild } from '../../../../src/store/search/rebuild.ts';
import { storeSegment } from '../../../../src/store/search/store-segment.ts';
import { noon } from '../../builders.ts';
import { annotate, connect } from '../../database.ts';

it.each<[string, (db: Database) => PromiseLike<unknown>, Pick<Problem, 'kind' | 'id'>[]]>([
  ['one that went without a note', (db) => db.annotations.toCollection().limit(1).delete(), [{ kind: 'wrongly-indexed', id: expect.any(String) as string }]],
  ['one that came without a note', async (db) => {
    const row = await db.annotations.orderBy('id').first();
    if (row) await db.annotations.add({ ...row, id: 'unheard-of', slot: 'elsewhere' });
  }, [{ kind: 'not-indexed', id: 'unheard-of' }]],
  ['what is in two segments', async (db) => {
    const { columns, blocks } = await mergeSegments(db, await readySegments(db));
    await db.segments.update(await storeSegment(db, columns, blocks), { ready: true });
  }, Array.from({ length: 2 }, () => ({ kind: 'wrongly-indexed' as const, id: expect.any(String) as string }))],
  ['a lost column', (db) => db.columns.filter(({ name }) => name === 'ids').delete(),
    [{ kind: 'wrongly-indexed', id: 'the index of words is damaged: segment 1, id of 0' }]],
  ['a note that cannot be read', (db) => db.table('changed').add({ ids: 7 }), [{ kind: 'wrongly-indexed', id: expect.stringContaining('damaged') as string }]],
])('the check finds %s, and a rebuild mends it', async (_, damage, found) => {
  const db = connect();
  for (const postId of [1, 2]) await annotate(db, { post: { postId }, note: `note ${postId}` });
  await maintainIndex(db, noon);
  const indexProblems = async () => (await checkData(db)).problems.filter(({ kind }) => kind.endsWith('indexed'));
  expect(await indexProblems()).toEqual([]);
  await damage(db);
  expect(await indexProblems()).toMatchObject(found);
  await beginRebuild(db);
  expect(await indexProblems()).toEqual([]);
  await maintainIndex(db, noon);
  expect(await indexProblems()).toEqual([]);
});

it('has no fault to find where the index is worked on while it is looked through', async () => {
  const db = connect();
  const other = connect();
  const ids: string[] = [];
  for (let postId = 1; postId <= 6; postId++) ids.push((await annotate(other, { post: { postId } })).id);
  await maintainIndex(other, noon);
  const found: Problem[] = [];
  for (const id of ids) {
    const [problems] = await Promise.all([checkIndex(db), deleteAnnotation(other, id, noon).then(() => maintainIndex(other, noon))]);
    found.push(...problems);
  }
  expect(found).toEqual([]);
});
