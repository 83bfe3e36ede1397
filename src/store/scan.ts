/**
 * Finding by looking at every annotation: slow and simple. It says what the index must find, and is asked as long as
 * there is none.
 */
import { termMatcher } from '../model/query-match.ts';
import { type Query, type Term, parseQuery } from '../model/query.ts';
import type { AnnotationView, Found, Page } from '../model/view.ts';
import { namesNow } from './names.ts';
import { comparison } from '../model/order.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

/** Enough rows at once to be quick, few enough to fit in memory with their captures. */
const batchSize = 500;

export async function scan(db: Database, query: Query, { offset, limit }: Page): Promise<Found> {
  const found: AnnotationView[] = [];
  for await (const { view, holds } of judged(db, parseQuery(query).terms)) if (holds.every(Boolean)) found.push(view);
  found.sort(comparison(query.sort));
  return { views: found.slice(offset, offset + limit), total: found.length };
}

/** Every living annotation, with whether each term holds for it. */
export async function* judged(db: Database, terms: readonly Term[]): AsyncGenerator<{ view: AnnotationView; holds: boolean[] }> {
  const matches = termMatcher(terms);
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return;
    for (const view of await viewsOf(db, rows.filter((row) => row.deletedAt === undefined), await namesNow(db))) yield { view, holds: matches(view) };
    last = end.id;
  }
}
