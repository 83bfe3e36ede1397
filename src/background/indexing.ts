/** The worker works on the index of words when nobody waits for it. */
import { explainFailure } from '../messages/failures.ts';
import { indexLock, maintainIndex, needsMaintenance } from '../store/search/maintain.ts';
import type { Database } from '../store/schema.ts';

/** Milliseconds without a call. A worker without work is stopped after 30 seconds at the earliest. */
const quiet = 1_000;

/** @returns to be called when the worker was asked for something: it waits until there is quiet, and then looks */
export function createIndexing(db: Database): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Whatever is expected to go wrong, such as a full disk, is told to whoever saves.
      indexNow(db).then((isFree) => isFree || soon()).catch(explainFailure);
    }, quiet);
  }
  return soon;
}

/** @returns whether nobody else is at it, another page or this worker itself: what that leaves undone is to be done later */
async function indexNow(db: Database): Promise<boolean> {
  if (!(await needsMaintenance(db, Date.now()))) return true;
  return navigator.locks.request(indexLock, { ifAvailable: true }, async (lock) => {
    if (lock) await maintainIndex(db, Date.now());
    return lock !== null;
  });
}

/** After whoever is at it. */
export async function indexInTurn(db: Database): Promise<void> {
  await navigator.locks.request(indexLock, async () => {
    if (await needsMaintenance(db, Date.now())) await maintainIndex(db, Date.now());
  });
}
