/** One thing that is measured. */
import type { Measurement } from './measurement.ts';
import type { Subject } from './subject.ts';

export interface Part {
  /** By which it is chosen; the names of its measurements begin with it. */
  name: string;
  /** @param subjects of one browser, the one with the fewest annotations first */
  measure: (subjects: readonly Subject[], rounds: number) => Promise<Measurement[]>;
}

/** Below that, what it costs to begin is all that would be measured. */
const enough = 1_000;
const many = 50_000;

/** A part that is measured on each subject by itself. */
export function ofEach(name: string, measure: (subject: Subject, rounds: number) => Promise<Measurement[]>): Part {
  return {
    name,
    async measure(subjects, rounds) {
      const measured: Measurement[] = [];
      for (const subject of subjects.filter(({ count }) => count >= enough)) {
        console.error(`${subject.browser}, ${subject.count.toLocaleString('en-US')}: ${name}`);
        measured.push(...await measure(subject, rounds));
      }
      return measured;
    },
  };
}

/** What goes through all rows takes long, and is its own average: of many, twice is enough. */
export function longRounds({ count }: Subject, rounds: number): number {
  return Math.min(rounds, count >= many ? 2 : 3);
}
