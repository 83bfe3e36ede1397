/**
 * How often each kind of fault is tried, and what came of it. `npm test` tries each a few times; `npm run test:faults` as often
 * as it is told, in the same tests.
 */
import { appendFileSync } from 'node:fs';

export interface Fault {
  /** In `npm test`. */
  few: number;
  /** In `npm run test:faults`, unless a flag says otherwise. */
  many: number;
  /** What is counted, for the help. */
  what: string;
  /** The tests that try it. */
  files: readonly string[];
}

export const faults = {
  kills: { few: 2, many: 200, what: 'times that the browser is killed during a stream of changes, in each browser', files: ['test/e2e/faults.spec.ts'] },
  stops: { few: 20, many: 1_000, what: 'times that the worker is stopped while a call is on its way, in each browser', files: ['test/e2e/stopped.spec.ts', 'test/unit/background/interrupted.test.ts'] },
  migrations: { few: 2, many: 50, what: 'times that the browser is killed while it brings an old database up to date, in each browser', files: ['test/e2e/old-databases.spec.ts'] },
  fullDisks: { few: 0, many: 20, what: 'times that a small disk fills up under the browser, in each browser (as root, on Linux)', files: ['test/e2e/full-disk.spec.ts'] },
  walks: { few: 40, many: 1_000, what: 'random interleavings of several writers, of 50 steps each', files: ['test/unit/store/writers.test.ts'] },
  files: { few: 150, many: 10_000, what: 'mutated files for each format that can be read', files: ['test/unit/formats/mutated.test.ts'] },
  messages: { few: 500, many: 10_000, what: 'generated messages', files: ['test/unit/messages/router.test.ts'] },
  injections: { few: 0, many: 150, what: 'texts spliced at random of those that are tried for injection on every surface, in each browser', files: ['test/e2e/injection.spec.ts'] },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** The variable of the environment that a flag of `npm run test:faults` sets. */
export function variableOf(name: FaultName): string {
  return `POSTIL_${name.toUpperCase()}`;
}

/** @returns how often to try it in this run */
export function times(name: FaultName): number {
  const told = process.env[variableOf(name)];
  return told === undefined ? faults[name].few : Number(told);
}

/** From it all that is random in a run follows. `POSTIL_SEED` repeats a run. */
export const seed = Number(process.env['POSTIL_SEED'] ?? Date.now() % 1_000_000);

/** Notes what was found, for the table at the end of `npm run test:faults`; figures of the same name are added up. */
export function tell(figures: Readonly<Record<string, number>>): void {
  const file = process.env['POSTIL_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
