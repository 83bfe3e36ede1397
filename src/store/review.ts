/** What the popup and the library read, live. */
import { postKeyOf } from '../model/channel.ts';
import type { Query } from '../model/query.ts';
import type { AnnotationView, Page } from '../model/view.ts';
import { readBackup } from './backup.ts';
import { readDatabaseId } from './database-id.ts';
import { find } from './find.ts';
import { readKeptTags } from './kept-tags.ts';
import { live, liveOnceLoaded } from './live.ts';
import { readOptions } from './options.ts';
import { Database } from './schema.ts';
import { rebuildProgress } from './search/progress.ts';

/** @param onDamaged is told when the index of words is damaged; until it is made anew, searching is slow */
export function openReview({ db = new Database('relaxed'), onDamaged }: { db?: Database; onDamaged?: () => void } = {}) {
  return {
    find: (query: Query, page: Page) => live(db, () => find(db, query, page, onDamaged)),
    facets: (query: Query) => liveOnceLoaded(async () => {
      const { facets } = await import('./facets.ts');
      return live(db, () => facets(db, query, onDamaged));
    }),
    indexing: () => live(db, () => rebuildProgress(db)),
    options: () => live(db, () => readOptions(db)),
    optionsNow: () => readOptions(db),
    backup: () => live(db, () => readBackup(db)),
    backupNow: () => readBackup(db),
    importUnfinished: () => liveOnceLoaded(async () => {
      const { isImportUnfinished } = await import('./imports.ts');
      return live(db, () => isImportUnfinished(db));
    }),
    databaseId: () => live(db, () => readDatabaseId(db)),
    keptTags: () => live(db, () => readKeptTags(db)),
    tagUses: async () => (await onDemand()).tagUses(db),
    draftOf: async ({ annotation, channel }: AnnotationView) => (
      (await onDemand()).readDraft(db, postKeyOf(channel, annotation.postId), annotation.target)
    ),
    exportSource: async (ids?: readonly string[]) => (await onDemand()).exportSource(db, ids),
  };
}

function onDemand() {
  return import('./on-demand.ts');
}
