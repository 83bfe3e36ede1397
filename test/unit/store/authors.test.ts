import { expect, it } from 'vitest';
import { ownName, setOwnName } from '../../../src/store/authors.ts';
import { annotate, connect } from '../database.ts';
import { fileOf, importText } from '../importing.ts';

it('a name given before anything was written is that of what is written then', async () => {
  const db = connect();
  expect(await ownName(db)).toBeUndefined();
  await setOwnName(db, 'Анна');
  await annotate(db, { note: 'Look.' });
  const { owner, authors, annotations } = JSON.parse(await fileOf(db));
  expect(authors).toEqual([{ id: owner, name: 'Анна' }]);
  expect(annotations[0].author).toBe(owner);
  await setOwnName(db, '');
  expect(await ownName(db)).toBeUndefined();
});

it('a later file of others tells what they are called now', async () => {
  const db = connect();
  await setOwnName(db, 'Me');
  const file = (name: string) => JSON.stringify({
    format: 'postil', version: 1, owner: 'bo', authors: [{ id: 'bo', name }], annotations: [{ id: 'a', author: 'bo', post: { channel: 'c', postId: 1 } }],
  });
  await importText(db, file('Bo'), { ownership: 'theirs' });
  await importText(db, file('Boris'), { ownership: 'theirs' });
  expect(await db.authors.get('bo')).toEqual({ id: 'bo', name: 'Boris' });
  expect(await ownName(db)).toBe('Me');
});
