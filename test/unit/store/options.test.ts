import { expect, it } from 'vitest';
import { defaultOptions, nextOnPages, onPagesChoices } from '../../../src/model/options.ts';
import { readOptions, writeOptions } from '../../../src/store/options.ts';
import { connect } from '../database.ts';

it('options are the default ones until they are set, one by one', async () => {
  const db = connect();
  expect(await readOptions(db)).toEqual(defaultOptions);
  await writeOptions(db, { onPages: 'mark' });
  await writeOptions(db, { telegramHost: 'telegram.me' });
  await writeOptions(db, { pageKeys: true, theme: 'dark' });
  expect(await readOptions(connect())).toEqual({ ...defaultOptions, onPages: 'mark', theme: 'dark', telegramHost: 'telegram.me', pageKeys: true });
});

it('an option that makes no sense is the default one', async () => {
  const db = connect();
  await db.options.bulkPut([
    { name: 'onPages', value: 'everything' }, { name: 'telegramHost', value: 'telegram.dog' }, { name: 'pageKeys', value: 'yes' },
    { name: 'language', value: 'tlh' }, { name: 'theme', value: 'sepia' }, { name: 'other', value: 1 },
  ]);
  expect(await readOptions(db)).toEqual({ ...defaultOptions, telegramHost: 'telegram.dog' });
});

it('what pages show is switched through all choices, and back to the first', () => {
  expect(onPagesChoices.map(nextOnPages)).toEqual(['mark', 'nothing', 'notes']);
});
