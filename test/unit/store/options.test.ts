import { expect, it } from 'vitest';
import { defaultOptions } from '../../../src/model/options.ts';
import { readOptions, writeOptions } from '../../../src/store/options.ts';
import { connect } from '../database.ts';

it('options are the default ones until they are set, one by one', async () => {
  const db = connect();
  expect(await readOptions(db)).toEqual(defaultOptions);
  await writeOptions(db, { onPages: 'mark' });
  await writeOptions(db, { telegramHost: 'telegram.me' });
  await writeOptions(db, { theme: 'dark' });
  expect(await readOptions(connect())).toEqual({ onPages: 'mark', theme: 'dark', telegramHost: 'telegram.me' });
});

it('an option that makes no sense is the default one', async () => {
  const db = connect();
  await db.options.bulkPut([{ name: 'onPages', value: 'everything' }, { name: 'theme', value: 'sepia' }, { name: 'telegramHost', value: 'telegram.dog' }, { name: 'other', value: 1 }]);
  expect(await readOptions(db)).toEqual({ onPages: 'notes', theme: 'browser', telegramHost: 'telegram.dog' });
});
