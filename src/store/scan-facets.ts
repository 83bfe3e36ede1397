/** Counting as `scan.ts` finds: by looking at every annotation. */
import { byDay, startOfMonth, startOfWeek } from '../model/calendar.ts';
import { type Query, type Term, parseQuery } from '../model/query.ts';
import { postTime } from '../model/searched.ts';
import type { Facets } from '../model/view.ts';
import { facetsOf, increment, noCounts, tagPaths } from './facet-counts.ts';
import { namesNow } from './names.ts';
import { judged } from './scan.ts';
import type { Database } from './schema.ts';

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
