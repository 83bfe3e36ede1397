/** What goes through every row: export, rebuilding the index, and beside them no more than reading. */
import { exportJson } from '../../../../src/formats/json.ts';
import { exportSource } from '../../../../src/store/export.ts';
import type { Database } from '../../../../src/store/schema.ts';
import { blobOf } from '../../../../src/ui/save-file.ts';
import { db } from './database.ts';

export interface Timed {
  time: number;
  /** Of the file, in bytes, or of what was read, in characters. */
  size: number;
}

/** The whole file, as it is handed to the downloads. */
export async function measureExport(): Promise<Timed> {
  const began = performance.now();
  const { size } = await blobOf('application/json', exportJson(await exportSource(db), { now: Date.now(), generator: 'bench' }));
  return { time: performance.now() - began, size };
}

/** So many rows at once that it costs little, few enough for one message between a browser's processes. */
const batch = 2_000;

/** @param stringified and made JSON, all of it */
export async function measureRead(stringified: boolean): Promise<Timed> {
  const began = performance.now();
  let size = 0;
  for (const table of [db.table<unknown>('annotations'), db.table<unknown>('captures')]) {
    for (let last: unknown = -Infinity; ;) {
      const keys = await table.where(':id').above(last).limit(batch).primaryKeys();
      const end = keys.at(-1);
      if (end === undefined) break;
      const rows = await table.where(':id').between(keys[0], end, true, true).toArray();
      if (stringified) size += JSON.stringify(rows).length;
      last = end;
    }
  }
  return { time: performance.now() - began, size };
}

/** As long as there is no index, there is nothing to rebuild. */
type Rebuild = (db: Database, options: { signal: AbortSignal; onProgress: () => void }) => Promise<unknown>;

/** @returns how long the index takes to be made anew; null when the store has none */
export async function rebuild(): Promise<number | null> {
  const modules = import.meta.glob<Record<string, unknown>>('../../../../src/store/**/*.ts', { eager: true });
  const found = Object.values(modules).map((module) => module['rebuildIndex']).find((each) => typeof each === 'function');
  if (!found) return null;
  const began = performance.now();
  await (found as Rebuild)(db, { signal: new AbortController().signal, onProgress: () => undefined });
  return performance.now() - began;
}
