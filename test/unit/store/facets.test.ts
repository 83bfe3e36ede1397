import { describe, expect, it } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import type { TagNode } from '../../../src/model/view.ts';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { facets } from '../../../src/store/facets.ts';
import type { Database } from '../../../src/store/schema.ts';
import { noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

const local = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

async function garden(): Promise<Database> {
  const db = connect();
  await annotate(db, { post: { postId: 1, handle: 'orchard', channelTitle: 'Orchard', kinds: ['photo'], publishedAt: local(2026, 3, 8) }, tags: ['Roses'] });
  await annotate(db, { post: { postId: 2, publishedAt: local(2026, 3, 9) }, tags: ['beds/Tulips', 'roses', 'beds/asters'] });
  await annotate(db, { post: { postId: 3, kinds: ['text', 'photo'], publishedAt: local(2026, 4, 1) }, tags: ['beds/asters', 'roses'] });
  const gone = await annotate(db, { post: { postId: 4, handle: 'gone' }, tags: ['gone', 'roses'] });
  await deleteAnnotation(db, gone.id, noon);
  return db;
}

const listed = (nodes: readonly TagNode[]): unknown[] => nodes.map(({ name, count, children }) => [name, count, ...listed(children)]);

describe('living annotations are counted', () => {
  it('by tag, as a tree, once for each name of it, the most first', async () => {
    const { tags } = await facets(await garden(), noQuery);
    expect(listed(tags)).toEqual([['Roses', 3], ['beds', 2, ['beds/asters', 2], ['beds/Tulips', 1]]]);
  });

  it('by channel, kind, author, week and month', async () => {
    const { channels, kinds, authors, weeks, months } = await facets(await garden(), noQuery);
    expect(channels.map(({ channel, count }) => [channel.title, count])).toEqual([['Garden', 2], ['Orchard', 1]]);
    expect(kinds).toEqual([{ kind: 'photo', count: 2 }, { kind: 'text', count: 2 }]);
    expect(authors).toMatchObject([{ mine: true, count: 3 }]);
    const day = (time: number) => new Date(time).toDateString();
    expect(weeks.map(({ start, count }) => [day(start), count])).toEqual([['Mon Mar 02 2026', 1], ['Mon Mar 09 2026', 1], ['Mon Mar 30 2026', 1]]);
    expect(months.map(({ start, count }) => [day(start), count])).toEqual([['Sun Mar 01 2026', 2], ['Wed Apr 01 2026', 1]]);
  });
});

it('what is found is counted, but other channels, authors and times as if none were chosen', async () => {
  const { tags, channels, weeks } = await facets(await garden(), { text: 'tag:beds', filters: ['channel:@garden_notes', 'after:2026-04'] });
  expect(listed(tags)).toEqual([['beds', 1, ['beds/asters', 1]], ['Roses', 1]]);
  expect(channels.map(({ count }) => count)).toEqual([1]);
  expect(weeks.map(({ count }) => count)).toEqual([1, 1]);
});

it('finds nothing to count in an empty database', async () => {
  expect(await facets(connect(), noQuery)).toEqual({ tags: [], channels: [], kinds: [], authors: [], weeks: [], months: [] });
});
