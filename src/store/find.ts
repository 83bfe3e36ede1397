/** Finding annotations, and what they can be narrowed to. */
import type { Query } from '../model/query.ts';
import type { Facets, Found } from '../model/view.ts';
import type { Page } from './order.ts';
import { scan, scanFacets } from './scan.ts';
import type { Database } from './schema.ts';

export function find(db: Database, query: Query, page: Page): Promise<Found> {
  return scan(db, query, page);
}

export function facets(db: Database, query: Pick<Query, 'text' | 'filters'>): Promise<Facets> {
  return scanFacets(db, query);
}
