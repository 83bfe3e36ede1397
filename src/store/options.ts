/** What a person set, one row per option. */
import * as v from 'valibot';
import { Options, defaultOptions } from '../model/options.ts';
import type { Database } from './schema.ts';

export async function readOptions(db: Database): Promise<Options> {
  const rows = await db.options.bulkGet(Object.keys(defaultOptions));
  const stored = Object.fromEntries(rows.flatMap((row) => (row ? [[row.name, row.value]] : [])));
  return v.parse(Options, { ...defaultOptions, ...stored });
}

export async function writeOptions(db: Database, changes: Partial<Options>): Promise<void> {
  await db.options.bulkPut(Object.entries(changes).map(([name, value]) => ({ name, value })));
}
