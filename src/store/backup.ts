/** What was changed since the last export, in one row among the options. */
import * as v from 'valibot';
import { Backup, noBackup, withChanges, withExport, withSnooze } from '../model/backup.ts';
import type { Database } from './schema.ts';

export const backupOption = 'backup';

export interface OptionRow {
  name: string;
  value: unknown;
}

function backupIn(row: OptionRow | undefined): Backup {
  return v.parse(v.fallback(Backup, noBackup), row?.value);
}

export async function readBackup(db: Database): Promise<Backup> {
  return backupIn(await db.options.get(backupOption));
}

/** The row with so many more changes: for whoever reads and writes it along with others. */
export function withChangesCounted(row: OptionRow | undefined, count: number, now: number): OptionRow {
  return { name: backupOption, value: withChanges(backupIn(row), count, now) };
}

/** One read and one write, in the caller's transaction when there is one. */
function change(db: Database, changed: (backup: Backup) => Backup): Promise<void> {
  return db.transaction('rw', db.options, async () => {
    await db.options.put({ name: backupOption, value: changed(await readBackup(db)) });
  });
}

/** Counts changes. Runs in the transaction that makes them, so that neither stands without the other. */
export async function countChanges(db: Database, count: number, now: number): Promise<void> {
  if (count > 0) await change(db, (backup) => withChanges(backup, count, now));
}

/** Nothing is left that could be exported. Runs in the caller's transaction. */
export function forgetChanges(db: Database): Promise<void> {
  return change(db, ({ automatic }) => ({ ...noBackup, automatic }));
}

/**
 * @param held the count of changes, read before the export read anything else
 * @param at when the export began
 */
export function recordExport(db: Database, held: number, at: number): Promise<void> {
  return change(db, (backup) => withExport(backup, held, at));
}

export function snoozeBackup(db: Database, now: number): Promise<void> {
  return change(db, (backup) => withSnooze(backup, now));
}

export function setAutomaticBackup(db: Database, automatic: boolean): Promise<void> {
  return change(db, (backup) => ({ ...backup, automatic }));
}
