/** When to remind of an export: how much was written since the last one, and how long ago that began. */
import * as v from 'valibot';
import { Time } from './post.ts';

const day = 24 * 60 * 60 * 1_000;
/** As much as a person may lose without having been reminded. */
const tooMany = 50;
const tooLong = 14 * day;
/** How long "Later" is. */
const snoozeTime = 3 * day;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * Changes are counted from the beginning and never subtracted: an export tells how far the count was when it began, so
 * that what was changed meanwhile stays unexported, and two exports at once take nothing away from each other.
 */
export const Backup = v.object({
  /** Saves, deletions, restorations and what imports changed, so far. */
  changes: count,
  /** How many of them the last export held. */
  exported: count,
  /** When the first change was made that no export holds; absent when there is none. */
  since: v.exactOptional(Time),
  /** When the last export began. */
  exportedAt: v.exactOptional(Time),
  /** "Later": no reminder until then, or until there are so many changes. */
  snoozed: v.exactOptional(v.object({ until: Time, changes: count })),
  /** A copy is to be saved to the downloads without being asked for. */
  automatic: v.boolean(),
});
export type Backup = v.InferOutput<typeof Backup>;

export const noBackup: Backup = { changes: 0, exported: 0, automatic: false };

export function unexportedChanges({ changes, exported }: Backup): number {
  return Math.max(0, changes - exported);
}

export function withChanges(backup: Backup, more: number, now: number): Backup {
  return { ...backup, changes: backup.changes + more, since: backup.since ?? now };
}

/**
 * @param held the count of changes when the export began, all of which it holds
 * @param at when it began
 */
export function withExport({ since: _, snoozed: __, ...backup }: Backup, held: number, at: number): Backup {
  const exported = Math.max(backup.exported, Math.min(held, backup.changes));
  const exportedAt = Math.max(backup.exportedAt ?? 0, at);
  // When the first of the changes made meanwhile was made is not known; it was not before the export began.
  return { ...backup, exported, exportedAt, ...(backup.changes > exported && { since: exportedAt }) };
}

export function withSnooze(backup: Backup, now: number): Backup {
  return { ...backup, snoozed: { until: now + snoozeTime, changes: backup.changes + tooMany } };
}

/** Whether it is time for an export. */
export function exportDue(backup: Backup, now: number): boolean {
  const { changes, since, snoozed } = backup;
  if (snoozed && now < snoozed.until && changes < snoozed.changes) return false;
  return unexportedChanges(backup) >= tooMany || (since !== undefined && now - since >= tooLong);
}
