/** From a query to its records, in a page that is open for a while, and as the first that is asked. */
import { type Measurement, measuring } from './measurement.ts';
import type { Searched } from './page/finding.ts';
import { ofEach } from './part.ts';
import { queriesOf } from './queries.ts';

const atMost = { median: 15, worst: 60 };

export const search = ofEach('search', async (subject, rounds) => {
  const measured = measuring(subject);
  const kinds = queriesOf(subject.corpus);
  const warm = new Map<string, Searched[]>(kinds.map(({ name }) => [name, []]));
  const cold = new Map<string, Searched[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, texts } of kinds) {
      await subject.showJobs();
      cold.get(name)?.push(...await subject.job('search', [texts[round % texts.length] ?? ''], false));
    }
  }
  await subject.showJobs();
  for (let round = 0; round < rounds; round++) {
    for (const { name, texts } of kinds) {
      warm.get(name)?.push(...await subject.job('search', texts, round === 0));
    }
  }
  return [['search', warm] as const, ['search, the first of a page', cold] as const].flatMap(([heading, of]) => (
    [...of].map(([name, searched]): Measurement => measured(`${heading}: ${name}`, 'ms', searched.map(({ time }) => time), {
      beside: { name: 'bare read of 20', measured: searched.map(({ bare }) => bare) }, atMost,
    }))
  ));
});
