/** Ends the run with the plain line that every reader of a log understands. */
import type { Reporter, TestModule } from 'vitest/node';

export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => {
      const tests = [...module.children.allTests()].map((test) => test.result().state);
      // A file that could not even be read has no tests, and has failed all the same.
      return module.errors().length > 0 ? [...tests, 'failed'] : tests;
    });
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    // A test that never ran to its end (the run was broken off) has not passed.
    const failed = states.length - count('passed') - count('skipped') + errors.length;
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : '';
    console.log(`${count('passed')} passed, ${failed} failed${skipped}`);
  }
}
