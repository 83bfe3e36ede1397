/**
 * What the bench asks of the store, in a page of the extension: the code that is shipped, on the browser's own database.
 * Jobs are begun and asked after, for some take longer than a driver waits for one answer.
 */
import { expectedPaths, search } from './finding.ts';
import { fillFloor, floorRows } from './floor.ts';
import { importChosen } from './importing.ts';
import { measureExport, measureRead, rebuild } from './reading.ts';
import { saveAll } from './saving.ts';

const jobs = { expectedPaths, search, fillFloor, floorRows, importChosen, measureExport, measureRead, rebuild, saveAll };

export type Jobs = typeof jobs;
export type Outcome = { value: unknown } | { error: string };

const outcomes: (Outcome | undefined)[] = [];

const bench = {
  /** @returns by what to ask after it */
  begin(name: keyof Jobs, args: readonly unknown[]): number {
    const place = outcomes.push(undefined) - 1;
    const job = jobs[name] as (...given: readonly unknown[]) => unknown;
    Promise.resolve().then(() => job(...args)).then(
      (value) => { outcomes[place] = { value }; },
      (error: unknown) => { outcomes[place] = { error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }; },
    );
    return place;
  },
  /** @returns null as long as it is at work */
  outcome: (place: number): Outcome | null => outcomes[place] ?? null,
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
