/** Until the first rows are to be seen: many beside few, and beside the least that a page can do. */
import { type Measurement, measuring } from './measurement.ts';
import type { Part } from './part.ts';
import type { Subject } from './subject.ts';

const pages = ['popup', 'library', 'bare'] as const;
type Times = Record<(typeof pages)[number], number[]>;

export const firstRows: Part = {
  name: 'first rows',
  async measure(subjects, rounds) {
    const all = new Map(subjects.map((subject) => [subject, { popup: [], library: [], bare: [] } as Times]));
    // The first round is for the browsers to get warm.
    for (let round = 0; round <= rounds; round++) {
      console.error(`${subjects[0]?.browser}: first rows, round ${round} of ${rounds}`);
      for (const [subject, times] of all) {
        await subject.tab.bringToFront();
        for (const page of pages) {
          const time = await subject.showRows(page);
          if (round > 0) times[page].push(time);
        }
      }
    }
    const [fewest] = subjects;
    return [...all].flatMap(([subject, times]) => measurementsOf(subject, times, fewest && { count: fewest.count, times: all.get(fewest) }));
  },
};

function measurementsOf(subject: Subject, times: Times, fewest: { count: number; times: Times | undefined } | undefined): Measurement[] {
  const measured = measuring(subject);
  return (['popup', 'library'] as const).flatMap((page) => {
    const beside = [measured(`first rows: ${page}`, 'ms', times[page], { beside: { name: 'bare page', measured: times.bare }, atMost: { ratio: 1.3 } })];
    if (fewest?.times && fewest.count < subject.count) {
      const few = { name: `itself with ${fewest.count}`, measured: fewest.times[page] };
      beside.push(measured(`first rows: ${page}`, 'ms', times[page], { beside: few, atMost: { ratio: 1.2 } }));
    }
    return beside;
  });
}
