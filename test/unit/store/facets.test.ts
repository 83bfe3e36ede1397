import { expect, it } from 'vitest';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { facets } from '../../../src/store/facets.ts';
import { noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

it('counts living annotations by tag, in the order of names, and by channel, the largest first', async () => {
  const db = connect();
  await annotate(db, { post: { postId: 1, handle: 'orchard', channelTitle: 'Orchard' }, tags: ['roses'] });
  await annotate(db, { post: { postId: 2 }, tags: ['tulips', 'roses'] });
  await annotate(db, { post: { postId: 3 }, tags: ['Asters', 'roses'] });
  const gone = await annotate(db, { post: { postId: 4, handle: 'gone' }, tags: ['gone', 'roses'] });
  await deleteAnnotation(db, gone.id, noon);
  const { tags, channels } = await facets(db);
  expect(tags.map(({ tag, count }) => [tag.name, count])).toEqual([['Asters', 1], ['roses', 3], ['tulips', 1]]);
  expect(channels.map(({ channel, count }) => [channel.title, count])).toEqual([['Garden', 2], ['Orchard', 1]]);
});

it('finds nothing to count in an empty database', async () => {
  expect(await facets(connect())).toEqual({ tags: [], channels: [] });
});
