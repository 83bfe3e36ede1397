import { expect, it, vi } from 'vitest';
import { unexportedChanges } from '../../../src/model/backup.ts';
import { deleteAnnotation, restoreAnnotation, saveById } from '../../../src/store/annotations.ts';
import { countChanges, readBackup, recordExport, setAutomaticBackup, snoozeBackup } from '../../../src/store/backup.ts';
import type { Database } from '../../../src/store/schema.ts';
import { day, minute, noon } from '../builders.ts';
import { annotate, connect } from '../database.ts';

const unexported = async (db: Database): Promise<number> => unexportedChanges(await readBackup(db));

it('every save, deletion and restoration is one change', async () => {
  const db = connect();
  expect(await unexported(db)).toBe(0);
  const { id } = await annotate(db, { note: 'one' });
  expect(await readBackup(db)).toMatchObject({ changes: 1, since: noon });
  await saveById(db, id, { tags: ['new'], note: 'two' }, 1, noon + minute);
  await deleteAnnotation(db, id, noon + minute);
  await restoreAnnotation(db, id, noon + minute);
  expect(await readBackup(db)).toMatchObject({ changes: 4, since: noon });
  await deleteAnnotation(db, id, noon + minute);
  await annotate(db, { note: 'anew' });
  await restoreAnnotation(db, id, noon + minute);
  expect(await unexported(db)).toBe(7);
});

it('what writes nothing counts nothing', async () => {
  const db = connect();
  const { id } = await annotate(db, { note: 'one' });
  await annotate(db, { note: 'one' });
  await annotate(db, { note: 'a conflict' });
  await saveById(db, id, { tags: [], note: 'one' }, 1, noon);
  await deleteAnnotation(db, 'nowhere', noon);
  await restoreAnnotation(db, id, noon);
  expect(await unexported(db)).toBe(1);
});

it('a change is not counted when it is not made', async () => {
  const db = connect();
  await annotate(db);
  const failing = vi.spyOn(db.drafts, 'get').mockRejectedValue(new Error('no disk'));
  await expect(annotate(db, { post: { postId: 43 } })).rejects.toThrow('no disk');
  failing.mockRestore();
  expect(await unexported(db)).toBe(1);
});

it('an export takes away what it held', async () => {
  const db = connect();
  await annotate(db, { note: 'held' });
  const { changes } = await readBackup(db);
  await annotate(db, { post: { postId: 43 }, note: 'made meanwhile' });
  await recordExport(db, changes, noon + day);
  expect(await readBackup(connect())).toEqual({ changes: 2, exported: 1, since: noon + day, exportedAt: noon + day, automatic: false });
});

it('what is set stays while changes are counted', async () => {
  const db = connect();
  await setAutomaticBackup(db, true);
  await snoozeBackup(db, noon);
  await countChanges(db, 1, noon);
  expect(await readBackup(db)).toMatchObject({ automatic: true, changes: 1, snoozed: { until: noon + 3 * day, changes: 50 } });
});

it('a state that makes no sense is that of the beginning', async () => {
  const db = connect();
  await db.options.put({ name: 'backup', value: { changes: -1, exported: 'all' } });
  expect(await unexported(db)).toBe(0);
  await annotate(db);
  expect(await unexported(db)).toBe(1);
});
