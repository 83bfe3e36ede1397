/** What the review pages read: given to them by their entries, which alone may open the store. */
import type { Draft } from '../model/annotation.ts';
import type { Backup } from '../model/backup.ts';
import type { Options } from '../model/options.ts';
import type { Query } from '../model/query.ts';
import type { TagUse } from '../model/suggest.ts';
import type { AnnotationView, ExportSource, Facets, Found } from '../model/view.ts';
import type { Subscribe } from './use-live.ts';

export interface ReviewData {
  /** @param page which stretch of the list is wanted */
  find: (query: Query, page: { offset: number; limit: number }) => Subscribe<Found>;
  facets: (query: Query) => Subscribe<Facets>;
  /** How far the index of words is when it is made anew; searching is slow as long. */
  indexing: () => Subscribe<{ done: number; total: number } | undefined>;
  options: () => Subscribe<Options>;
  backup: () => Subscribe<Backup>;
  backupNow: () => Promise<Backup>;
  /** Whether part of an import is there and part is not. */
  importUnfinished: () => Subscribe<boolean>;
  /** Of the database as it is now; another one when the browser has thrown away what was here. */
  databaseId: () => Subscribe<string | undefined>;
  /** Tags with which the next annotation begins, if any are to be kept. */
  keptTags: () => Subscribe<string[] | undefined>;
  /** What the form needs for an annotation that is stored. */
  tagUses: () => Promise<TagUse[]>;
  draftOf: (view: AnnotationView) => Promise<Draft | undefined>;
  /** @param ids of the annotations that are to leave, with what they name; else everything leaves */
  exportSource: (ids?: readonly string[]) => Promise<ExportSource>;
}
