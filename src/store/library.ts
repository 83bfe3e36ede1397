/** What the library reads beyond what it shares with the popup, and what it writes by itself since no other page needs it: imports, the worklist. */
import { ownName } from './authors.ts';
import { type CheckOptions, checkData } from './check.ts';
import { countLiving, deleted } from './deleted.ts';
import { createImporter } from './importer.ts';
import { live } from './live.ts';
import { openReview } from './review.ts';
import { Database } from './schema.ts';
import { readView } from './view.ts';
import { createWorklist } from './worklist-access.ts';

export function openLibrary({ onDamaged }: { onDamaged: () => void }) {
  const db = new Database('relaxed');
  return {
    ...openReview({ db, onDamaged }),
    deleted: (limit: number) => live(db, () => deleted(db, limit)),
    view: (id: string) => live(db, () => readView(db, id)),
    ownName: () => live(db, () => ownName(db)),
    countLiving: () => live(db, () => countLiving(db)),
    check: (options: CheckOptions) => checkData(db, options),
    importer: createImporter(db),
    worklist: createWorklist(db),
  };
}

export type LibraryData = ReturnType<typeof openLibrary>;
