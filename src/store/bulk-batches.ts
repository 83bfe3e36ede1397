/** A long job in steps: each is there as a whole or not at all, and between two of them it can be stopped. */

/** So many rows are written in one transaction: few enough that nobody notices it, many enough to be quick. */
const batchSize = 250;

/** So many written ones a search takes into memory in a tenth of a second; more are indexed before it goes on. */
const unindexedAtMost = 1_000;

export interface BulkOptions {
  /** When the step was taken: all that it writes says so. */
  now: number;
  /** Stops it after the current batch. */
  signal: AbortSignal;
  /** Told after each batch, which is there to stay then. */
  onProgress: (done: number, total: number) => void;
  /** Brings the index of words up to date, in another thread. That it fails does no harm: what is noted is found all the same. */
  index?: () => Promise<void>;
}

export interface Batched {
  /** So many it did not come to, because it was stopped or failed. */
  left: number;
  /** Why it failed; absent when it did not. */
  error?: unknown;
}

/** @param work does one batch in one transaction, and tells how many annotations it wrote */
export async function inBatches<T>(
  items: readonly T[], { signal, onProgress, index = async () => undefined }: BulkOptions, work: (batch: readonly T[]) => Promise<number>,
): Promise<Batched> {
  let done = 0;
  let unindexed = 0;
  const catchUp = () => index().catch((error: unknown) => console.warn('Postil: not indexed yet:', error));
  let failure: Pick<Batched, 'error'> = {};
  try {
    onProgress(0, items.length);
    while (done < items.length && !signal.aborted) {
      const batch = items.slice(done, done + batchSize);
      unindexed += await work(batch);
      done += batch.length;
      onProgress(done, items.length);
      if (unindexed < unindexedAtMost) continue;
      await catchUp();
      unindexed = 0;
    }
  } catch (error) {
    failure = { error };
  }
  const indexed = catchUp();
  // A few are indexed after whoever waits has been told.
  if (unindexed > batchSize) await indexed;
  return { left: items.length - done, ...failure };
}
