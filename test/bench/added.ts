/** What a variant adds to the bare page. */
import type { Measured } from './measure.ts';
import type { Scenario } from './scenarios.ts';
import { median, sum } from './statistics.ts';

export interface Added {
  /** Milliseconds of the page's main thread, layout and painting included. */
  work: number;
  firstBatches: number;
  lastBatches: number;
  /** kB. */
  heapPerPost: number;
  nodesPerPost: number;
  /** Not by comparison: the page's longest task, and what its scripts did in how many tasks and for how long in one. */
  longest: number;
  ownTasks: number;
  ownLongest: number;
}

/** @param rounds of the variant @param bare of the page without it: each is compared with the one of its own round */
export function addedTo(bare: readonly Measured[], rounds: readonly Measured[], { posts }: Scenario): Added {
  const difference = (of: (measured: Measured) => number) => (
    median(rounds.flatMap((round, i) => {
      const beside = bare[i];
      return beside ? [of(round) - of(beside)] : [];
    }))
  );
  const alone = (of: (measured: Measured) => number) => median(rounds.map(of));
  return {
    work: difference(({ work }) => work),
    firstBatches: difference(({ batches }) => mean(batches.slice(0, fifth(batches)))),
    lastBatches: difference(({ batches }) => mean(batches.slice(-fifth(batches)))),
    heapPerPost: difference(({ heap }) => heap) / posts / 1_000,
    nodesPerPost: difference(({ nodes }) => nodes) / posts,
    longest: alone(({ longest }) => longest),
    ownTasks: alone(({ ownTasks }) => ownTasks),
    ownLongest: alone(({ ownLongest }) => ownLongest),
  };
}

function fifth(batches: readonly number[]): number {
  return Math.max(1, Math.floor(batches.length / 5));
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
