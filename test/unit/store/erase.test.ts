import { expect, it } from 'vitest';
import { deleteAnnotation } from '../../../src/store/annotations.ts';
import { ownAuthorId } from '../../../src/store/authors.ts';
import { readBackup, setAutomaticBackup } from '../../../src/store/backup.ts';
import { checkData } from '../../../src/store/check.ts';
import { writeDraft } from '../../../src/store/drafts.ts';
import { eraseEverything } from '../../../src/store/erase.ts';
import { defaultOptions } from '../../../src/model/options.ts';
import { readOptions, writeOptions } from '../../../src/store/options.ts';
import { addToWorklist } from '../../../src/store/worklist.ts';
import { noon, wholePost } from '../builders.ts';
import { expectSound } from '../checked.ts';
import { annotate, connect } from '../database.ts';

it('erasing leaves nothing but what the person set', async () => {
  const db = connect('strict');
  const { id } = await annotate(db, { tags: ['сад'], note: 'Why', offer: { html: '<p>' } });
  await annotate(db, { post: { postId: 2 } });
  await deleteAnnotation(db, id, noon);
  await writeDraft(db, { handle: 'orchard', postId: 7 }, wholePost, { tags: [], pending: '', note: 'typed', rev: 0 }, noon);
  await db.table('imports').add({ key: 'part-1' });
  await addToWorklist(db, [{ handle: 'orchard', postId: 7 }], noon);
  await writeOptions(db, { onPages: 'mark', theme: 'dark', telegramHost: 'telegram.me' });

  await setAutomaticBackup(db, true);

  await eraseEverything(db);
  const filled = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
  expect(filled.filter(([, count]) => count > 0)).toEqual([['options', 4]]);
  expect(await readBackup(db)).toEqual({ changes: 0, exported: 0, automatic: true });
  expect(await readOptions(db)).toEqual({ ...defaultOptions, onPages: 'mark', theme: 'dark', telegramHost: 'telegram.me' });
  expect(await ownAuthorId(db)).toBeUndefined();
});

it('what is written afterwards is sound, and a new author\'s', async () => {
  const db = connect('strict');
  await annotate(db, { note: 'before' });
  const before = await ownAuthorId(db);
  await eraseEverything(db);
  await annotate(db, { note: 'after', tags: ['сад'] });
  expect(await ownAuthorId(db)).not.toBe(before);
  await expectSound(db);
  expect((await checkData(db)).counts).toMatchObject({ annotations: 1, authors: 1, captures: 1, channels: 1, tags: 1 });
});
