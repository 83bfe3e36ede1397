/** The one place where an error becomes words for another context. */
import { CallError } from '../messages/result.ts';

/** Dexie wraps the browser's error: the reason stands in `inner`. https://dexie.org/docs/DexieErrors/DexieError */
function isQuotaExceeded(error: unknown): boolean {
  for (let cause = error; cause instanceof Error || cause instanceof DOMException;) {
    if (cause.name === 'QuotaExceededError') return true;
    cause = (cause as { inner?: unknown }).inner;
  }
  return false;
}

export function explainFailure(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (isQuotaExceeded(error)) return new CallError('disk-full', 'the disk is full');
  console.error('Postil:', error);
  return new CallError('failed', error instanceof Error ? error.message : String(error));
}
