/** One step over many annotations, from the press to "Done", or back: what the page shows of it. */
import type { BulkOptions } from '../store/bulk-batches.ts';
import type { BulkUndone } from '../store/bulk-undo.ts';
import type { BulkChange, BulkOutcome } from '../store/bulk.ts';
import type { LibraryData } from '../store/library.ts';
import { acquireLock } from '../ui/lock.ts';
import { call } from '../ui/worker.ts';
import { bumpRev } from '../webext/rev.ts';
import { Hold } from './held.ts';

export type ManyState =
  | { name: 'idle' }
  /** Another page of ours is at it. */
  | { name: 'elsewhere' }
  | { name: 'running'; change: BulkChange; isUndo: boolean; done: number; total: number }
  /** Also when it was stopped, or failed, on the way. */
  | { name: 'done'; change: BulkChange; outcome: BulkOutcome }
  | { name: 'undone'; change: BulkChange; outcome: BulkOutcome; undone: BulkUndone }
  /** It did not even begin. */
  | { name: 'failed'; error: unknown };

const lockName = 'postil many';

/** It goes on whatever view is shown, and its Undo stays at hand until the next step. */
export class Many {
  /** The list keeps still as long; in other pages too, for all of them share one thread. */
  readonly hold = new Hold();
  readonly #others = new BroadcastChannel(lockName);
  readonly #data: Pick<LibraryData, 'changeMany'>;
  readonly #show: (state: ManyState) => void;
  #stop = new AbortController();

  constructor(data: Pick<LibraryData, 'changeMany'>, show: (state: ManyState) => void) {
    this.#data = data;
    this.#show = show;
    this.#others.addEventListener('message', () => {
      this.hold.set(true);
      // Comes in its turn when that page is done, or gone.
      void navigator.locks.request(lockName, { mode: 'shared' }, () => this.hold.set(false));
    });
  }

  /** @returns what was done; undefined when nothing could be */
  change(ids: readonly string[], change: BulkChange): Promise<BulkOutcome | undefined> {
    return this.#alone(change, false, async (options) => {
      const outcome = await this.#data.changeMany(ids, change, options);
      this.#show({ name: 'done', change, outcome });
      return outcome;
    });
  }

  async undo(change: BulkChange, outcome: BulkOutcome): Promise<void> {
    await this.#alone(change, true, async (options) => this.#show({ name: 'undone', change, outcome, undone: await outcome.undo(options) }));
  }

  /** After the batch that is being written. */
  cancel(): void {
    this.#stop.abort();
  }

  close(): void {
    this.#show({ name: 'idle' });
  }

  /** One page at a time, with the list held. What was written is told to the tabs once, at the end. */
  async #alone<T>(change: BulkChange, isUndo: boolean, work: (options: BulkOptions) => Promise<T>): Promise<T | undefined> {
    const release = await acquireLock(lockName);
    if (!release) {
      this.#show({ name: 'elsewhere' });
      return undefined;
    }
    this.#stop = new AbortController();
    this.hold.set(true);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    this.#others.postMessage(undefined);
    try {
      return await work({
        now: Date.now(), signal: this.#stop.signal, index: () => call('search.index', {}),
        onProgress: (done, total) => this.#show({ name: 'running', change, isUndo, done, total }),
      });
    } catch (error) {
      this.#show({ name: 'failed', error });
      return undefined;
    } finally {
      this.hold.set(false);
      release();
      await bumpRev();
    }
  }
}
