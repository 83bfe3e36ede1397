/** What the library reads beyond what it shares with the popup, and the one thing that it writes: an import. */
import type { Query } from '../model/query.ts';
import { ownName } from './authors.ts';
import { type CheckOptions, checkData } from './check.ts';
import { countLiving, deleted } from './deleted.ts';
import { findIds } from './find.ts';
import { createImporter } from './importer.ts';
import { live } from './live.ts';
import { openReview } from './review.ts';
import { Database } from './schema.ts';
import { readView } from './view.ts';

export function openLibrary({ onDamaged }: { onDamaged: () => void }) {
  const db = new Database('relaxed');
  return {
    ...openReview({ db, onDamaged }),
    deleted: (limit: number) => live(db, () => deleted(db, limit)),
    view: (id: string) => live(db, () => readView(db, id)),
    /** Of all that a query finds, in its order. */
    ids: (query: Query) => findIds(db, query, undefined, onDamaged),
    ownName: () => live(db, () => ownName(db)),
    countLiving: () => live(db, () => countLiving(db)),
    check: (options: CheckOptions) => checkData(db, options),
    importer: createImporter(db),
  };
}

export type LibraryData = ReturnType<typeof openLibrary>;
