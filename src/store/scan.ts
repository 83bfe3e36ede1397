/**
 * Finding by looking at every annotation: slow and simple. It says what the index must find, and is asked as long as
 * there is none.
 */
import { byDay, startOfMonth, startOfWeek } from '../model/calendar.ts';
import { termMatcher } from '../model/query-match.ts';
import { type Query, type Term, parseQuery } from '../model/query.ts';
import { postTime } from '../model/searched.ts';
import type { AnnotationView, Facets, Found, Page } from '../model/view.ts';
import { facetsOf, increment, noCounts, tagPaths } from './facet-counts.ts';
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

export async function scanFacets(db: Database, query: Pick<Query, 'text' | 'filters'>): Promise<Facets> {
  const { terms } = parseQuery(query);
  const counts = noCounts();
  const [week, month] = [byDay(startOfWeek), byDay(startOfMonth)];
  for await (const { view: { annotation, capture: { content }, tags }, holds } of judged(db, terms)) {
    const holdsBut = (...left: Term['is'][]) => terms.every(({ is }, i) => holds[i] === true || left.includes(is));
    if (holdsBut()) {
      for (const key of tagPaths(tags.map(({ name }) => name))) increment(counts.tags, key);
      for (const kind of new Set(content.kinds)) increment(counts.kinds, kind);
    }
    if (holdsBut('channel')) increment(counts.channels, annotation.channelRef);
    if (holdsBut('by')) increment(counts.authors, annotation.authorId);
    if (holdsBut('after', 'before')) {
      const time = postTime(annotation, content);
      increment(counts.weeks, week(time));
      increment(counts.months, month(time));
    }
  }
  return facetsOf(counts, await namesNow(db));
}

/** Every living annotation, with whether each term holds for it. */
async function* judged(db: Database, terms: readonly Term[]): AsyncGenerator<{ view: AnnotationView; holds: boolean[] }> {
  const matches = termMatcher(terms);
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return;
    for (const view of await viewsOf(db, rows.filter((row) => row.deletedAt === undefined), await namesNow(db))) yield { view, holds: matches(view) };
    last = end.id;
  }
}
