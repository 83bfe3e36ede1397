import { expect, it } from 'vitest';
import { tagUses } from '../../../src/store/tags.ts';
import { annotate, connect } from '../database.ts';

it('two saves at once on a new post are one annotation and one conflict', async () => {
  const [a, b] = [connect('strict'), connect()];
  const outcomes = await Promise.all([annotate(a, { note: 'from one tab' }), annotate(b, { note: 'from another' })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['conflict', 'saved']);
  const rows = await a.annotations.toArray();
  expect(rows).toHaveLength(1);
  expect(outcomes.find((outcome) => outcome.status === 'conflict')).toMatchObject({ id: rows[0]?.id, theirs: { note: rows[0]?.note } });
});

it('the same save twice at once is one annotation', async () => {
  const db = connect();
  const [a, b] = await Promise.all([annotate(db, { note: 'same', tags: ['new'] }), annotate(db, { note: 'same', tags: ['new'] })]);
  expect(a).toEqual(b);
  expect(a.status).toBe('saved');
  expect([await db.annotations.count(), await db.tags.count(), await db.channels.count(), await db.authors.count()]).toEqual([1, 1, 1, 1]);
});

it('ten saves at once on ten posts are ten annotations of one author on one channel', async () => {
  const connections = [connect('strict'), connect()];
  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, i) => (
    annotate(connections[i % 2] ?? connect(), { post: { postId: 1 + i }, note: `note ${i}`, tags: ['Сад', `tag ${i % 3}`] })
  )));
  expect(outcomes.every(({ status, rev }) => status === 'saved' && rev === 1)).toBe(true);
  const db = connect();
  expect((await db.annotations.toArray()).map(({ postId, note }) => `${postId} ${note}`).sort())
    .toEqual(Array.from({ length: 10 }, (_, i) => `${1 + i} note ${i}`).sort());
  expect([await db.channels.count(), await db.authors.count(), await db.captures.count()]).toEqual([1, 1, 10]);
  expect((await tagUses(db)).map(({ name, uses }) => `${name}: ${uses}`)).toEqual(['tag 0: 4', 'tag 1: 3', 'tag 2: 3', 'Сад: 10']);
});

it('two revisions at once are one revision and one conflict', async () => {
  const db = connect();
  await annotate(db, { note: 'first' });
  const outcomes = await Promise.all(['left', 'right'].map((note) => annotate(db, { note, rev: 1 })));
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['conflict', 'saved']);
  expect((await db.annotations.toArray())[0]?.rev).toBe(2);
});
