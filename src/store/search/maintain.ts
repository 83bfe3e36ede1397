/** Keeps the index up to date. For whoever holds the lock of the index: one at a time. */
import type { Database } from '../schema.ts';
import { keptSince } from '../../model/deleted.ts';
import { commit, readySegments } from './commit.ts';
import { type KnownDocuments, indexChanges } from './index-changes.ts';
import { mergeSegments } from './merge-segments.ts';
import { beginRebuild, continueRebuild } from './rebuild.ts';
import { DamagedIndexError, type SegmentRow } from './rows.ts';
import { IndexGoneError, dropSegments, storeSegment } from './store-segment.ts';

/** Name of the Web Lock of the index. */
export const indexLock = 'index';

/** So few noted annotations cost a search next to nothing. */
const fewNotes = 32;

/** How many times as large as all smaller ones together a segment must be to be left alone. */
const ratio = 4;

/** Whether `maintainIndex` would do more than a search is slowed down by. */
export async function needsMaintenance(db: Database, now: number): Promise<boolean> {
  const notes = await db.changed.limit(fewNotes).toArray();
  const noted = notes.reduce((sum, note) => sum + ('ids' in note ? note.ids.length : fewNotes), 0);
  if (noted >= fewNotes) return true;
  const segments = await db.segments.toArray();
  return segments.some(({ ready }) => !ready) || toMerge(segments, now).length > 0;
}

/**
 * Everything that is to be done. Ends early, without harm, when the data are erased meanwhile; what turns out to be
 * damaged is begun anew, for the next time.
 */
export async function maintainIndex(db: Database, now: number, known?: KnownDocuments): Promise<void> {
  try {
    await clearUnready(db);
    while (await continueRebuild(db, now));
    while (await indexChanges(db, now, known));
    while (await mergeSome(db, now));
  } catch (error) {
    if (error instanceof DamagedIndexError && await db.segments.count() > 0) await beginRebuild(db);
    else if (!(error instanceof IndexGoneError || error instanceof DamagedIndexError)) throw error;
  }
}

/** What a killed browser left behind. */
async function clearUnready(db: Database): Promise<void> {
  const rows = await db.segments.filter(({ ready }) => !ready).toArray();
  if (rows.length === 0) return;
  await db.transaction('rw', [db.segments, db.columns, db.postings, db.places], () => dropSegments(db, rows.map(({ id }) => id)));
}

/** Merges what is small beside the rest. @returns whether there was anything to do */
async function mergeSome(db: Database, now: number): Promise<boolean> {
  const rows = toMerge(await readySegments(db), now);
  if (rows.length === 0) return false;
  const replaced = rows.map(({ id }) => id);
  const { columns, blocks } = await mergeSegments(db, rows);
  const made = columns.ids.length === 0 ? {} : { segment: await storeSegment(db, columns, blocks) };
  await commit(db, { ...made, superseded: new Set(), notes: [], replaced }, now);
  return true;
}

/**
 * The smallest segments, up to one that is much larger than they are together: so that there are never more than a few,
 * and no document is written more often than the logarithm of their number. Else one with much in it that does not
 * count, or with what was deleted so long ago that no word of it may stay.
 */
export function toMerge(segments: readonly SegmentRow[], now: number): SegmentRow[] {
  const living = ({ size, dead }: SegmentRow) => size - dead;
  const sorted = segments.toSorted((a, b) => living(a) - living(b));
  let sum = 0;
  let end = 0;
  for (const segment of sorted) {
    if (end > 0 && living(segment) > sum * ratio) break;
    sum += living(segment);
    end++;
  }
  if (end > 1) return sorted.slice(0, end);
  return sorted.filter(({ size, dead, deadSince }) => dead * ratio > size || (deadSince !== undefined && deadSince < keptSince(now))).slice(0, 1);
}
