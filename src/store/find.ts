/** Finding annotations. A scan for now; whatever comes later must find exactly what this finds. */
import { queryMatcher } from '../model/query-match.ts';
import { type Query, parseQuery } from '../model/query.ts';
import type { AnnotationView, Found } from '../model/view.ts';
import { type AnnotationRow, type Database, tagIdsOf } from './schema.ts';
import { viewsOf } from './views.ts';

export interface Page {
  offset: number;
  limit: number;
}

/** Enough rows at once to be quick, few enough to fit in memory with their captures. */
const batchSize = 500;

export async function find(db: Database, query: Query, { offset, limit }: Page): Promise<Found> {
  const parsed = parseQuery(query.text);
  const matches = queryMatcher(parsed);
  const rows = await db.annotations.orderBy('updatedAt').reverse().filter((row: AnnotationRow) => (
    row.deletedAt === undefined
    && (query.channelRef === undefined || row.channelRef === query.channelRef)
    && (query.tagId === undefined || tagIdsOf(row).includes(query.tagId))
  )).toArray();
  if (parsed.terms.length === 0) {
    return { views: await viewsOf(db, rows.slice(offset, offset + limit)), total: rows.length };
  }
  const found: AnnotationView[] = [];
  for (let at = 0; at < rows.length; at += batchSize) {
    const views = await viewsOf(db, rows.slice(at, at + batchSize));
    found.push(...views.filter(matches));
  }
  return { views: found.slice(offset, offset + limit), total: found.length };
}
