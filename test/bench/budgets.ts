/** What the page may cost, and whether it does. Where there is no floor the unit is what the name says. */
import type { Scenario } from './scenarios.ts';
import { short, table } from './table.ts';
import type { Added } from './added.ts';
import type { VariantName } from './variants.ts';

export interface Budget {
  name: string;
  measured: number;
  limit: number;
  met: boolean;
}

export type Results = readonly { scenario: Scenario; added: ReadonlyMap<VariantName, Added> }[];

/** The few posts of an ordinary page; from here on, many. */
const few = 20;
const many = 1_000;

/** By how much the last batches may cost more than the first before it is taken for growth and not for noise. */
const growth = 1.25;

export function budgets(results: Results): Budget[] {
  return results.flatMap(({ scenario: { name, posts, batch }, added }) => {
    const polyfill = added.get('polyfill only');
    const floor = added.get('floor');
    const found: Budget[] = [];
    const judge = (what: string, measured: number, limit: number) => {
      found.push({ name: `${name}: ${what}`, measured, limit, met: measured <= limit });
    };
    for (const [variant, of] of [['Postil', ''], ['Postil, 200 annotated, 500 quotes', ', with 500 quotes']] as const) {
      const postil = added.get(variant);
      if (!postil || posts < many) continue;
      if (floor) judge(`added work by the floor's${of}`, postil.work / floor.work, 1);
      judge(`longest that it works in one task, ms${of}`, postil.ownLongest, 50);
      judge(`heap per post, kB${of}`, postil.heapPerPost, 3);
    }
    const postil = added.get('Postil');
    if (postil && posts <= few && polyfill) judge('work more than with the polyfill only, ms', postil.work - polyfill.work, 3);
    // What is annotated comes first, so that with quotes the last cost less in any case.
    if (postil && batch < posts) judge('added work of the last fifth of batches by that of the first', postil.lastBatches / postil.firstBatches, growth);
    return found;
  });
}

export function budgetTable(found: readonly Budget[]): string {
  const rows = found.map(({ name, measured, limit, met }) => [name, short(measured), short(limit), met ? 'met' : 'NOT MET']);
  return table([['Budget', 'measured', 'at most', ''], ...rows]);
}
