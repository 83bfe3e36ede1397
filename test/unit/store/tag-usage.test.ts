import { expect, it } from 'vitest';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { maintainIndex } from '../../../src/store/search/maintain.ts';
import { allTags, fromRows } from '../../../src/store/tag-usage.ts';
import { tagsNamed } from '../../../src/store/tags.ts';
import { minute, noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

it.each(['without the index', 'with it', 'with some of it'])('the use of tags is counted by every name of the tree, %s', async (how) => {
  const db = connect();
  await annotate(db, { tags: ['ports', 'ports/quay'], post: { postId: 1 }, now: noon });
  await annotate(db, { tags: ['Ports/Quay/east'], post: { postId: 2 }, now: noon + minute });
  if (how === 'with some of it') await maintainIndex(db, noon);
  await annotate(db, { tags: ['ports'], post: { postId: 3 }, now: noon + 2 * minute });
  const gone = await annotate(db, { tags: ['ports', 'gone'], post: { postId: 4 }, now: noon + 3 * minute });
  await deleteAnnotation(db, gone.id, noon);
  await tagsNamed(db, ['unused'], noon);
  if (how === 'with it') await maintainIndex(db, noon);
  const { tags, usage } = await allTags(db);
  expect(tags.map(({ name }) => name)).toEqual(['gone', 'ports', 'ports/quay', 'Ports/Quay/east', 'unused']);
  expect(Object.fromEntries(usage)).toEqual({
    ports: { count: 3, lastUsedAt: noon + 2 * minute },
    'ports/quay': { count: 2, lastUsedAt: noon + minute },
    'ports/quay/east': { count: 1, lastUsedAt: noon + minute },
  });
  expect(await fromRows(db)).toEqual(usage);
});
