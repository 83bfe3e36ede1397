/** The one place where an error becomes a reason that words can be found for. */
import { NewerDatabaseError } from '../model/newer-database.ts';
import { CallError, type FailureCode } from './result.ts';

/** An error and what lies behind it: Dexie puts the browser's into `inner`. https://dexie.org/docs/DexieErrors/DexieError */
function* causes(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error || cause instanceof DOMException;) {
    yield cause;
    cause = (cause as { inner?: unknown }).inner ?? (cause instanceof Error ? cause.cause : undefined);
  }
}

/** All that Chromium says of a disk without any room left: at the write that fails, and whenever it opens the database then. */
const fromStorage: readonly string[] = ['AbortError', 'UnknownError'];

export function failureCode(error: unknown): FailureCode {
  for (const cause of causes(error)) {
    if (cause instanceof CallError) return cause.code;
    if (cause instanceof NewerDatabaseError) return 'newer';
    if (cause.name === 'QuotaExceededError') return 'disk-full';
  }
  return [...causes(error)].some(({ name }) => fromStorage.includes(name)) ? 'storage' : 'failed';
}

/** What is expected to go wrong has a code of its own; the rest is for the console, too. */
export function explainFailure(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const code = failureCode(error);
  if (code === 'failed' || code === 'storage') console.error('Postil:', error);
  return new CallError(code, error instanceof Error ? error.message : String(error));
}
