/** How quick everything is with many annotations: `npm run bench -- library`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../browser/browsers.mjs';
import { budgetTable } from '../budgets.ts';
import { Corpus } from './corpus.ts';
import { exporting, rebuilding } from './export.ts';
import { firstRows } from './first-rows.ts';
import { type Imported, importFile, importing, writeCorpus } from './import.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { makePackage } from './package.ts';
import { painted } from './painted.ts';
import type { Part } from './part.ts';
import { budgetsOf, measurementTable } from './report.ts';
import { save } from './save.ts';
import { scroll } from './scroll.ts';
import { search } from './search.ts';
import { Subject } from './subject.ts';

export interface LibraryOptions {
  rounds: number;
  browsers: readonly BrowserName[];
  /** Of annotations. */
  counts: readonly number[];
  /** Of the parts, those whose names begin with this; or with one of several, between commas. */
  only?: string;
}

/** @returns what was measured, for machines */
export async function benchLibrary({ rounds, browsers, counts, only = '' }: LibraryOptions): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  try {
    const corpora = new Map<Corpus, string>();
    for (const count of counts.toSorted((a, b) => a - b)) {
      console.error(`Inventing ${count.toLocaleString('en-US')} annotations …`);
      const corpus = new Corpus(count);
      corpora.set(corpus, await writeCorpus(corpus, folder));
    }
    const measurements: Measurement[] = [];
    const failures: string[] = [];
    for (const browser of browsers) {
      const run = await benchBrowser(browser, await makePackage(browser, folder), corpora, rounds, only);
      measurements.push(...run.measurements);
      failures.push(...run.failures);
    }
    const budgets = budgetsOf(measurements);
    console.log(`\n${budgetTable(budgets)}\n\n${notes}`);
    if (failures.length > 0) console.log(`\nNot measured:\n${failures.join('\n')}`);
    return { rounds, measurements, budgets, failures };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const notes = `The machine is never quiet: compare within a run only. "×": the median of what each measurement is by the one beside it.
Memory is what scripts have: after garbage is collected, or at most, with garbage, while it works.`;

interface Run {
  measurements: Measurement[];
  failures: string[];
}

async function benchBrowser(browser: BrowserName, extension: string, corpora: ReadonlyMap<Corpus, string>, rounds: number, only: string): Promise<Run> {
  const files = new Map<Subject, string>();
  const seeded = new Map<Subject, Imported>();
  const run: Run = { measurements: [], failures: [] };
  try {
    for (const [corpus, file] of corpora) {
      console.error(`${browser}: importing ${corpus.count.toLocaleString('en-US')} …`);
      const subject = await Subject.start(browser, extension, corpus);
      files.set(subject, file);
      seeded.set(subject, await importFile(subject, file));
    }
    const subjects = [...files.keys()];
    // Saves come last, for they change what all else is measured on.
    const parts: Part[] = [importing(seeded, files), firstRows, search, painted, memory, scroll, exporting, rebuilding, save];
    for (const part of parts.filter(({ name }) => only.split(',').some((chosen) => name.startsWith(chosen)))) {
      await part.measure(subjects, rounds).then(
        (measured) => run.measurements.push(...measured),
        // What fails takes nothing else with it: the rest of a run is minutes of work.
        (error: unknown) => run.failures.push(`${browser}, ${part.name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
    for (const { count } of subjects) {
      const own = run.measurements.filter((each) => each.count === count);
      if (own.length > 0) console.log(`\n${browser}, ${count.toLocaleString('en-US')} annotations\n${measurementTable(own)}`);
    }
    for (const { driver } of subjects) run.failures.push(...new Set(driver.errors));
    return run;
  } finally {
    for (const subject of files.keys()) await subject.close();
  }
}
