/** Import, from the chosen file on, as the library does it. */
import { ImportSession, type ImportState } from '../../../../src/library/import-session.ts';
import { createImporter } from '../../../../src/store/importer.ts';
import { db } from './database.ts';

/** Milliseconds of each step. */
export interface ImportTimes {
  read: number;
  plan: number;
  write: number;
  /** Of annotations, as they were written at a time. */
  chunk: number;
}

/** Imports what was given to the page's file input into an empty database. */
export async function importChosen(): Promise<ImportTimes> {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  await db.delete({ disableAutoOpen: false });
  await db.open();
  let state: ImportState = { name: 'idle' };
  let isRead = 0;
  const session = new ImportSession(createImporter(db), (next) => {
    if (next.name === 'planned' && !next.plan) isRead = performance.now();
    state = next;
  });
  const now = (): ImportState => state;

  const began = performance.now();
  await session.start(file);
  const planned = now();
  const isPlanned = performance.now();
  if (planned.name !== 'planned') throw failure(planned);
  if (planned.staged.rejections.length > 0) throw new Error(`not taken: ${JSON.stringify(planned.staged.rejections[0])}`);
  await session.accept(planned, { ownership: planned.ownership, resolution: 'mine', byId: {} });
  const done = now();
  const isWritten = performance.now();
  if (done.name !== 'done') throw failure(done);
  const { annotations, rows } = done.progress;
  // Its journal would be room on the disk that nobody counts.
  await session.close();
  return { read: isRead - began, plan: isPlanned - isRead, write: isWritten - isPlanned, chunk: Math.ceil(annotations / Math.max(1, rows - 1)) };
}

function failure(state: ImportState): Error {
  return new Error(`the import is ${state.name}: ${'error' in state ? String(state.error) : ''}`);
}
