/**
 * How the index lies in the database.
 *
 * Annotations are indexed in segments, which never change once they are `ready`. What is saved, deleted or imported is
 * only noted in `changed`, in the same transaction; whoever searches looks at those annotations themselves. When there
 * is time, the noted ones become a new segment, and segments of like size one. So at any moment, a crash included:
 *
 * - an annotation that is noted is as it is stored, whatever segments say of it;
 * - one that is not noted stands, if it lives, in exactly one document of the ready segments that is not `dead`;
 * - what belongs to a segment that is not ready is of no account, and is cleared away before the next is made.
 *
 *       save ──► changed ──┐
 *     import ──► changed ──┼──► segment ─┐
 *    rebuild ──────────────┘    segment ─┴──► segment      each arrow one transaction, at its end
 */
import * as v from 'valibot';

/** Annotations that were written since they were last indexed; or all of them, from an id on, that are to be indexed anew. */
export const ChangedRow = v.union([
  v.object({ seq: v.number(), ids: v.array(v.string()) }),
  v.object({ seq: v.number(), after: v.string(), done: v.number(), total: v.exactOptional(v.number()) }),
]);
export type ChangedRow = v.InferOutput<typeof ChangedRow>;
export type NewChangedRow = { ids: string[] } | { after: string; done: number; total?: number };

/** Nothing is indexed yet. */
export const rebuildRow: NewChangedRow = { after: '', done: 0 };

export const SegmentRow = v.object({
  id: v.number(),
  ready: v.boolean(),
  /** How many documents it has, and how many of them do not count any more; the numbers of those are a column. */
  size: v.number(),
  dead: v.number(),
  /** When the first of them died. */
  deadSince: v.exactOptional(v.number()),
});
export type SegmentRow = v.InferOutput<typeof SegmentRow>;
export type NewSegmentRow = Omit<SegmentRow, 'id'>;

export interface ColumnRow {
  segment: number;
  /** Of `Columns`, or `firstWords` of each block, or `dead`. */
  name: string;
  part: number;
  values: unknown;
}

export interface BlockRow {
  segment: number;
  block: number;
  /** With line breaks between them: one text is read much quicker than a hundred. The places of a block have none. */
  words?: string;
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** The index does not say what it must: to be built anew. */
export class DamagedIndexError extends Error {
  constructor(what: string) {
    super(`the index of words is damaged: ${what}`);
    this.name = 'DamagedIndexError';
  }
}
