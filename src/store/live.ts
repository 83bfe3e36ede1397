/** Queries that run again whenever what they read was changed, in this context or another. */
import { Dexie, liveQuery } from 'dexie';
import type { Database } from './schema.ts';

export type Subscribe<T> = (next: (value: T) => void, fail: (error: unknown) => void) => () => void;

/** Chromium aborts what is read, and what is opened, while it clears: tried again after so many milliseconds, so many times. */
const retryDelay = 100;
const maxRetries = 10;

/** So many readings in a row that were overtaken by a change are not told. */
const maxUntold = 2;

/**
 * Reads once at a time: Dexie would begin anew with every change, beside all that it reads still, and tell nothing until nothing
 * changes for as long as a query takes.
 */
export function live<T>(db: Database, query: () => Promise<T>): Subscribe<T> {
  return (next, fail) => {
    let retries = maxRetries;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = (error: unknown) => {
      if (retries > 0 && mayPass(error)) {
        retries -= 1;
        timer = setTimeout(restart, retryDelay);
      } else {
        fail(error);
      }
    };
    let untold = 0;
    const tell = (value: T) => {
      untold = 0;
      next(value);
    };
    // It is no longer so, and told only when nothing newer was for a while.
    const readAgain = (value: T) => {
      untold += 1;
      if (untold > maxUntold) tell(value);
      restart();
    };
    const run = (): (() => void) => {
      let [reading, overtaken, ended] = [false, false, false];
      // Of what was overtaken by a change Dexie waits for the outcome no more.
      const ifOvertaken = (goOn: () => void) => {
        reading = false;
        if (overtaken && !ended) goOn();
      };
      const subscription = liveQuery(() => {
        if (reading) {
          overtaken = true;
          return new Promise<never>(() => undefined);
        }
        reading = true;
        const outcome = query().catch(tellReason);
        outcome.then((value) => ifOvertaken(() => readAgain(value)), (error: unknown) => ifOvertaken(() => failed(error)));
        return outcome;
      }).subscribe(tell, failed);
      return () => {
        ended = true;
        subscription.unsubscribe();
      };
    };
    const restart = () => {
      end();
      end = run();
    };
    let end = run();
    const endWatch = db.onLost(() => {
      retries = maxRetries;
      restart();
    });
    return () => {
      endWatch();
      clearTimeout(timer);
      end();
    };
  };
}

/** The same of a query that is loaded first. */
export function liveOnceLoaded<T>(load: () => Promise<Subscribe<T>>): Subscribe<T> {
  return (next, fail) => {
    let isWanted = true;
    let end = () => {
      isWanted = false;
    };
    const begin = async () => {
      const subscribe = await load();
      if (isWanted) end = subscribe(next, fail);
    };
    begin().catch(fail);
    return () => end();
  };
}

/** A query that runs while the browser clears fails in one of many ways; what can never be opened is told at once. */
function mayPass(error: unknown): boolean {
  return !(error instanceof OpenError) || error.isAbort;
}

/** Why the database could not be opened. */
class OpenError extends Error {
  readonly isAbort: boolean;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.isAbort = cause.name === 'AbortError';
  }
}

/** Of a database that could not be opened Dexie says only that it is closed, and a live query not even that. */
function tellReason(error: unknown): never {
  const reason: unknown = error instanceof Dexie.DatabaseClosedError ? error.inner : undefined;
  throw reason instanceof Error || reason instanceof DOMException ? new OpenError(reason) : error;
}
