/** Finding annotations: in the index of words when there is one, else by looking at every annotation. */
import { type Query, parseQuery } from '../model/query.ts';
import type { Found, Page } from '../model/view.ts';
import { type Names, namesNow } from './names.ts';
import { scan } from './scan.ts';
import type { Database } from './schema.ts';
import type { Bits } from './search/bits.ts';
import { type Catalogue, readCatalogue } from './search/catalogue.ts';
import { evaluate } from './search/evaluate.ts';
import { ranking } from './search/ranking.ts';
import { DamagedIndexError } from './search/rows.ts';
import { viewsOf } from './views.ts';

/** @param onDamaged is told when the index does not say what it must, and this search was made without it */
export async function find(db: Database, query: Query, page: Page, onDamaged = reportDamage): Promise<Found> {
  const { terms } = parseQuery(query);
  return searching(db, async (catalogue, names) => {
    const found = (await evaluate(catalogue, terms, names)).all;
    const numbers = pageOf(await ranking(catalogue, query.sort, names), found, page);
    const rows = await db.annotations.bulkGet(await idsOf(catalogue, numbers));
    // What was deleted since the index was read is found no more, and the search will be told.
    const living = rows.filter((row) => row !== undefined).filter(({ deletedAt }) => deletedAt === undefined);
    return { views: await viewsOf(db, living, names), total: found.count() };
  }, () => scan(db, query, page), onDamaged);
}

/**
 * Ids of what a query finds, in its order: of all of it, unless a page is given. For whoever is to work through them, since
 * the annotations themselves may be too many for memory; what is deleted meanwhile is among them.
 */
export async function findIds(db: Database, query: Query, page = wholeList, onDamaged = reportDamage): Promise<string[]> {
  const { terms } = parseQuery(query);
  return searching(db, async (catalogue, names) => {
    const found = (await evaluate(catalogue, terms, names)).all;
    return idsOf(catalogue, pageOf(await ranking(catalogue, query.sort, names), found, page));
  }, async () => (await scan(db, query, page)).views.map(({ annotation }) => annotation.id), onDamaged);
}

const wholeList: Page = { offset: 0, limit: Infinity };

/**
 * Not in one transaction, which would keep writers waiting: when the index is worked on meanwhile, and a segment that is
 * searched goes, the search begins again with those that took its place.
 */
export async function searching<T>(
  db: Database, search: (catalogue: Catalogue, names: Names) => Promise<T>, withoutIndex: () => Promise<T>,
  onDamaged: (error: DamagedIndexError) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [catalogue, names] = await Promise.all([readCatalogue(db), namesNow(db)]);
      return await (catalogue ? search(catalogue, names) : withoutIndex());
    } catch (error) {
      if (!(error instanceof DamagedIndexError)) throw error;
      if (attempt < maxAttempts) continue;
      onDamaged(error);
      return withoutIndex();
    }
  }
}

const maxAttempts = 3;

export function reportDamage(error: DamagedIndexError): void {
  console.error('Postil:', error);
}

function pageOf(ranked: Uint32Array, found: Bits, { offset, limit }: Page): number[] {
  const numbers: number[] = [];
  let left = offset;
  for (const number of ranked) {
    if (!found.has(number)) continue;
    if (left-- > 0) continue;
    if (numbers.length === limit) break;
    numbers.push(number);
  }
  return numbers;
}

async function idsOf({ parts }: Catalogue, numbers: readonly number[]): Promise<string[]> {
  const ids = new Map<number, string>();
  await Promise.all(parts.map(async ({ segment, base }) => {
    const own = numbers.filter((number) => number >= base && number < base + segment.size);
    for (const [i, id] of (await segment.ids(own.map((number) => number - base))).entries()) ids.set(own[i] ?? 0, id);
  }));
  return numbers.flatMap((number) => ids.get(number) ?? []);
}
