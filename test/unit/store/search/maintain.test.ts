import { expect, it } from 'vitest';
import { deleteAnnotation } from '../../../../src/store/annotations.ts';
import { purgeDeleted } from '../../../../src/store/purge.ts';
import { maintainIndex, needsMaintenance } from '../../../../src/store/search/maintain.ts';
import { day, noon } from '../../builders.ts';
import { annotate, connect } from '../../database.ts';

it('of what was deleted thirty days ago no word stays in the index', async () => {
  const db = connect();
  const words = async () => (await db.postings.toArray()).flatMap((row) => row.words?.split('\n') ?? []);
  for (let postId = 1; postId <= 8; postId++) await annotate(db, { post: { postId }, note: postId === 1 ? 'regretted' : 'kept' });
  await maintainIndex(db, noon);
  const { id = '' } = (await db.annotations.filter(({ note }) => note === 'regretted').first()) ?? {};
  await deleteAnnotation(db, id, noon);
  await maintainIndex(db, noon);
  expect(await words()).toContain('regretted');
  expect(await needsMaintenance(db, noon + day)).toBe(false);

  const later = noon + 31 * day;
  await purgeDeleted(db, later);
  expect(await needsMaintenance(db, later)).toBe(true);
  await maintainIndex(db, later);
  expect(await words()).not.toContain('regretted');
  expect(await words()).toContain('kept');
  expect(await needsMaintenance(db, later)).toBe(false);
});
