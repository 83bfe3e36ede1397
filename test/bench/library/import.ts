/** Import, from the chosen file to the last row. It is also how the browsers get what all else is measured on. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportJson } from '../../../src/formats/json.ts';
import type { Corpus } from './corpus.ts';
import { peakDuring } from './heap.ts';
import { type Measurement, measuring } from './measurement.ts';
import { ofEach } from './part.ts';
import type { ImportTimes } from './page/importing.ts';
import type { FloorTimes } from './page/floor.ts';
import type { Subject } from './subject.ts';

/** @returns the path of a file as Postil exports it */
export async function writeCorpus(corpus: Corpus, folder: string): Promise<string> {
  const path = join(folder, `corpus-${corpus.count}.json`);
  const pieces = exportJson(corpus.source(), { now: Date.UTC(2026, 0, 1), generator: 'Postil bench' });
  await pipeline(Readable.from(pieces), createWriteStream(path));
  return path;
}

export interface Imported {
  times: ImportTimes;
  /** MB. */
  peak: number | undefined;
}

/** Into an empty database. */
export async function importFile(subject: Subject, path: string): Promise<Imported> {
  await subject.showJobs();
  const input = await subject.tab.page.waitForSelector('input[type=file]');
  await input?.uploadFile(path);
  const { result, peak } = await peakDuring(subject, () => subject.job('importChosen'));
  return { times: result, peak };
}

/** @param seeded what the first import of each subject has told @param files of each subject */
export function importing(seeded: ReadonlyMap<Subject, Imported>, files: ReadonlyMap<Subject, string>) {
  return ofEach('import', async (subject, rounds) => {
    const imported = [seeded.get(subject)].filter((each) => each !== undefined);
    const floors: FloorTimes[] = [];
    for (let round = 0; round < Math.min(rounds, subject.count >= 50_000 ? 1 : 3); round++) {
      if (round > 0) imported.push(await importFile(subject, files.get(subject) ?? ''));
      await subject.showJobs();
      floors.push(await subject.job('fillFloor', imported[0]?.times.chunk ?? 250));
    }
    return measurementsOf(subject, imported, floors);
  });
}

function measurementsOf(subject: Subject, imported: readonly Imported[], floors: readonly FloorTimes[]): Measurement[] {
  const measured = measuring(subject);
  const of = (time: (times: ImportTimes) => number) => imported.map(({ times }) => time(times));
  const beside = { name: 'bulkPut', measured: floors.map(({ indexed }) => indexed) };
  const keys = { name: 'bulkPut, keys alone', measured: floors.map((floor) => floor.keys) };
  const peaks = imported.flatMap(({ peak }) => peak ?? []);
  return [
    measured('import: reading the file', 'ms', of(({ read }) => read), { beside }),
    measured('import: planning', 'ms', of(({ plan }) => plan), { beside }),
    measured('import: writing', 'ms', of(({ write }) => write), { beside, atMost: { ratio: 2.5 } }),
    measured('import: writing', 'ms', of(({ write }) => write), { beside: keys }),
    measured('import: in total', 'ms', of(({ read, plan, write }) => read + plan + write), { beside, atMost: { ratio: 2.5 } }),
    ...(peaks.length > 0 ? [measured('import: heap at most', 'MB', peaks)] : []),
  ];
}
