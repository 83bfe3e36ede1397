import { type TagMeanings, tagMeanings } from '../model/tag.ts';
import type { Database } from './schema.ts';

/** What ids of tags that annotations hold stand for. A promise of Dexie's own: see `rows-with.ts`. */
export function meaningsOf(db: Database, ids: readonly string[]): Promise<TagMeanings> {
  return db.tags.bulkGet([...ids]).then((rows) => (
    rows.some((tag) => tag?.mergedInto !== undefined) ? db.tags.toArray() : rows.filter((tag) => tag !== undefined)
  )).then(tagMeanings);
}
