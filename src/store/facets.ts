/** What found annotations can be narrowed to. Loaded after the list, which is waited for. */
import { type Query, parseQuery } from '../model/query.ts';
import type { Facets } from '../model/view.ts';
import { facetsOf, noCounts } from './facet-counts.ts';
import { reportDamage, searching } from './find.ts';
import { scanFacets } from './scan-facets.ts';
import type { Database } from './schema.ts';
import { countPart, listsToCount } from './search/count-facets.ts';
import { evaluate } from './search/evaluate.ts';

export async function facets(db: Database, query: Pick<Query, 'text' | 'filters'>, onDamaged = reportDamage): Promise<Facets> {
  const { terms } = parseQuery(query);
  return searching(db, async (catalogue, names) => {
    const found = await evaluate(catalogue, terms, names);
    await Promise.all(catalogue.parts.map(({ segment }) => segment.load(listsToCount)));
    const counts = noCounts();
    for (const part of catalogue.parts) countPart(part, found, names, counts);
    return facetsOf(counts, names);
  }, () => scanFacets(db, query), onDamaged);
}
