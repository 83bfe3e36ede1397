/** What the library reads beyond what it shares with the popup. */
import { type CheckOptions, checkData } from './check.ts';
import { countLiving, deleted } from './deleted.ts';
import { live } from './live.ts';
import { openReview } from './review.ts';
import { Database } from './schema.ts';

export function openLibrary() {
  const db = new Database('relaxed');
  return {
    ...openReview(db),
    deleted: (limit: number) => live(() => deleted(db, limit)),
    countLiving: () => live(() => countLiving(db)),
    check: (options: CheckOptions) => checkData(db, options),
  };
}

export type LibraryData = ReturnType<typeof openLibrary>;
