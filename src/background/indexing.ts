/** The worker works on the index of words when nobody waits for it. */
import { explainFailure } from '../messages/failures.ts';
import { indexLock, maintainIndex, needsMaintenance } from '../store/search/maintain.ts';
import type { Database } from '../store/schema.ts';

/** Milliseconds without a call. A worker without work is stopped after 30 seconds at the earliest. */
const quiet = 1_000;

/** @returns to be called when the worker was asked for something: it waits until there is quiet, and then looks */
export function createIndexing(db: Database): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Whatever is expected to go wrong, such as a full disk, is told to whoever saves.
      indexNow(db).catch(explainFailure);
    }, quiet);
  };
}

/** Unless another page is at it: what that leaves undone is done after the next call. */
async function indexNow(db: Database): Promise<void> {
  if (!(await needsMaintenance(db, Date.now()))) return;
  await navigator.locks.request(indexLock, { ifAvailable: true }, async (lock) => {
    if (lock) await maintainIndex(db, Date.now());
  });
}

/** After whoever is at it. */
export async function indexInTurn(db: Database): Promise<void> {
  await navigator.locks.request(indexLock, async () => {
    if (await needsMaintenance(db, Date.now())) await maintainIndex(db, Date.now());
  });
}
