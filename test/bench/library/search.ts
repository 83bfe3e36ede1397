/** From a query to its records, in a page that is open for a while, and as the first that is asked. */
import { type Measurement, measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import { queriesOf } from './queries.ts';

const atMost = { median: 15, worst: 60 };

export const search = ofEach('search', async (subject, rounds) => {
  const measured = measuring(subject);
  const kinds = queriesOf(subject.corpus);
  const warm = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  const cold = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, texts } of kinds) {
      await subject.showJobs();
      for (const { time } of await subject.job('search', [texts[round % texts.length] ?? ''], false)) cold.get(name)?.push(time);
    }
  }
  await subject.showJobs();
  for (let round = 0; round < rounds; round++) {
    for (const { name, texts } of kinds) {
      for (const { time } of await subject.job('search', texts, round === 0)) warm.get(name)?.push(time);
    }
  }
  return [['search', warm] as const, ['search, the first of a page', cold] as const].flatMap(([heading, of]) => (
    [...of].map(([name, times]): Measurement => measured(`${heading}: ${name}`, 'ms', times, { atMost }))
  ));
});
