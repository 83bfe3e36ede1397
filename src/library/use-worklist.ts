import { useMemo } from 'preact/hooks';
import { type WorklistMark, type WorklistStatus, worklistStatus } from '../model/worklist.ts';
import type { WorklistRow } from '../store/worklist.ts';
import type { Worklist } from '../store/worklist-access.ts';
import { useLive } from '../ui/use-live.ts';

/** A listed post, with what is known of it. */
export interface WorklistEntry extends WorklistRow {
  status: WorklistStatus;
  mark: WorklistMark | undefined;
  /** The channel's own name for itself, where it is known. */
  title: string | undefined;
}

/** @returns no entries until they are known */
export function useWorklist(worklist: Worklist): { entries: readonly WorklistEntry[] | undefined; error: unknown } {
  const rows = useLive(() => worklist.rows(), []);
  const marks = useLive(() => worklist.marks(), []);
  const entries = useMemo(() => {
    const known = marks.value;
    return known && rows.value?.map((row): WorklistEntry => {
      const mark = known.marks.get(row.post);
      const [handle = ''] = row.post.split('/');
      return { ...row, status: worklistStatus(row.leftAt, mark), mark, title: known.titles.get(handle) };
    });
  }, [rows.value, marks.value]);
  return { entries, error: rows.error ?? marks.error };
}
