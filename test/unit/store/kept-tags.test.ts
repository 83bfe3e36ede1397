import { expect, it } from 'vitest';
import { renaming } from '../../../src/model/tag-changes.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { keepTags } from '../../../src/store/keep-tags.ts';
import { keptTagsOption, readKeptTags } from '../../../src/store/kept-tags.ts';
import { writeTags } from '../../../src/store/tags-write.ts';
import { noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

it('kept tags follow a rename, and are kept until that is ended', async () => {
  const db = connect();
  expect(await readKeptTags(db)).toBeUndefined();
  await annotate(db, { tags: ['ports', 'сад'] });
  await keepTags(db, ['Сад', 'PORTS', 'unknown']);
  expect(new Set(await readKeptTags(db))).toEqual(new Set(['сад', 'ports']));
  const tags = (await db.tags.orderBy('key').toArray()).map(({ key: _, ...tag }) => tag);
  await writeTags(db, renaming(tags, 'ports', 'harbours', noon)?.after ?? [], noon);
  expect(await readKeptTags(db)).toContain('harbours');
  await keepTags(db, []);
  expect(await readKeptTags(db)).toEqual([]);
  await keepTags(db, undefined);
  expect(await readKeptTags(db)).toBeUndefined();
});

it('none are kept when all is erased, or when what is stored is none', async () => {
  const db = connect();
  await annotate(db, { tags: ['ports'] });
  await keepTags(db, ['ports']);
  await eraseEverything(db);
  expect(await readKeptTags(db)).toBeUndefined();
  await db.options.put({ name: keptTagsOption, value: 'ports' });
  expect(await readKeptTags(db)).toBeUndefined();
});
