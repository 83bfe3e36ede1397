/** What Postil costs a t.me page: `npm run bench -- page`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Added, addedTo } from './added.ts';
import { type Results, budgetTable, budgets } from './budgets.ts';
import { benchSite } from './feed.ts';
import { type Measured, measure } from './measure.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { type Subject, startSubject } from './subject.ts';
import { short, table } from './table.ts';
import { type VariantName, makeVariants } from './variants.ts';

export interface PageOptions {
  rounds: number;
  /** Of the scenarios, those whose name begins with this. */
  only?: string;
}

/** @returns what was measured, for machines */
export async function benchPage({ rounds, only = '' }: PageOptions): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  const subjects: Subject[] = [];
  try {
    for (const [i, variant] of (await makeVariants(folder)).entries()) {
      subjects.push(await startSubject(variant, join(folder, String(i))));
    }
    const results: Results[number][] = [];
    for (const scenario of scenarios.filter(({ name }) => name.startsWith(only))) {
      const added = compare(await measureAll(subjects, scenario, rounds), scenario);
      console.log(`\n${scenario.name}, what is added to the page (median of ${rounds})\n${resultTable(added)}`);
      results.push({ scenario, added });
    }
    const found = budgets(results);
    console.log(`\n${budgetTable(found)}\n\n${notes}`);
    return { rounds, scenarios: results.map(({ scenario, added }) => ({ ...scenario, added: Object.fromEntries(added) })), budgets: found };
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const notes = `Work is time of the processor on the page's main thread, without idling and without the extension's own processes.
The machine is never quiet: compare within a run only. "1,000 by 20": the page loads more, 20 posts at a time, while a
reader goes to its top each time. "200 passing": of the page, so many go over the screen, from the newest on. Own: tasks in which the variant's scripts took part, and the longest that they worked in one.`;

/** All variants in each round, so that whatever else the machine does falls on all of them. */
async function measureAll(subjects: readonly Subject[], scenario: Scenario, rounds: number): Promise<Map<VariantName, Measured[]>> {
  const { name, posts, batch } = scenario;
  const { answer } = benchSite(posts, batch);
  const measured = new Map<VariantName, Measured[]>(subjects.map(({ variant }) => [variant.name, []]));
  // The first round is for the browsers to get warm.
  for (let round = 0; round <= rounds; round++) {
    for (const subject of subjects) {
      console.error(`${name}, round ${round} of ${rounds}: ${subject.variant.name}`);
      const result = await measure(subject, answer, scenario);
      if (round > 0) measured.get(subject.variant.name)?.push(result);
    }
  }
  return measured;
}

function compare(measured: ReadonlyMap<VariantName, Measured[]>, scenario: Scenario): Map<VariantName, Added> {
  const bare = measured.get('no extension') ?? [];
  return new Map([...measured].map(([name, rounds]) => [name, addedTo(bare, rounds, scenario)]));
}

function resultTable(added: ReadonlyMap<VariantName, Added>): string {
  const floor = added.get('floor')?.work ?? NaN;
  const rows = [...added].map(([name, of]) => [
    name, short(of.work), short(of.work / floor), short(of.firstBatches), short(of.lastBatches),
    short(of.heapPerPost), short(of.nodesPerPost), short(of.longest), String(of.ownTasks), short(of.ownLongest),
  ]);
  return table([
    ['', 'work ms', '× floor', 'first batches ms', 'last ms', 'heap kB/post', 'nodes/post', 'longest task ms', 'own tasks', 'own longest ms'],
    ...rows,
  ]);
}
