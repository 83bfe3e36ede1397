/** What the library reads beyond what it shares with the popup, and what it writes itself: imports, what is done to many at once, what is moved to another version of its post, and the worklist. */
import type { Query } from '../model/query.ts';
import type { Tag } from '../model/tag.ts';
import { ownName } from './authors.ts';
import type { BulkOptions } from './bulk-batches.ts';
import type { BulkChange } from './bulk.ts';
import { type CheckOptions, checkData } from './check.ts';
import { countLiving, deleted } from './deleted.ts';
import { renameInDrafts } from './draft-tags.ts';
import { findIds } from './find.ts';
import { createImporter } from './importer.ts';
import { live } from './live.ts';
import type { PostReader, RereadOptions } from './reread.ts';
import { openReview } from './review.ts';
import { Database } from './schema.ts';
import { allTags } from './tag-usage.ts';
import { readView } from './view.ts';
import { createWorklist } from './worklist-access.ts';

export function openLibrary({ onDamaged }: { onDamaged: () => void }) {
  const db = new Database('relaxed');
  let strict: Database | undefined;
  // A person did it: it is done once it is on disk.
  const strictly = () => strict ??= new Database('strict');
  return {
    ...openReview({ db, onDamaged }),
    tags: () => live(db, () => allTags(db)),
    renameInDrafts: (former: readonly Tag[]) => renameInDrafts(db, former),
    deleted: (limit: number) => live(db, () => deleted(db, limit)),
    view: (id: string) => live(db, () => readView(db, id)),
    /** Of all that a query finds, in its order. */
    ids: (query: Query) => findIds(db, query, undefined, onDamaged),
    ownName: () => live(db, () => ownName(db)),
    countLiving: () => live(db, () => countLiving(db)),
    check: (options: CheckOptions) => checkData(db, options),
    reread: async (reader: PostReader, options: RereadOptions) => (await import('./reread.ts')).rereadOriginals(db, reader, options),
    importer: createImporter(db),
    worklist: createWorklist(db),
    tagsOf: async (ids: readonly string[]) => (await import('./bulk-tags.ts')).tagsOf(db, ids),
    changeMany: async (ids: readonly string[], change: BulkChange, options: BulkOptions) => (
      (await import('./bulk.ts')).changeMany(strictly(), ids, change, options)
    ),
    history: async () => (await import('./history-access.ts')).createHistory(db, strictly()),
  };
}

export type LibraryData = ReturnType<typeof openLibrary>;
