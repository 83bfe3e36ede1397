/** The worklist, as the library reads and writes it. */
import type { ListedPost } from '../model/worklist.ts';
import { live } from './live.ts';
import type { Database } from './schema.ts';
import {
  type WorklistRow, addToWorklist, clearWorklist, leavePost, removeFromWorklist, reopenPost, restoreToWorklist, worklistMarks, worklistRows,
} from './worklist.ts';

export function createWorklist(db: Database) {
  return {
    rows: () => live(db, () => worklistRows(db)),
    marks: () => live(db, () => worklistMarks(db)),
    add: (posts: readonly ListedPost[], now: number) => addToWorklist(db, posts, now),
    leave: (seq: number, now: number) => leavePost(db, seq, now),
    reopen: (seq: number) => reopenPost(db, seq),
    remove: (seq: number) => removeFromWorklist(db, seq),
    clear: () => clearWorklist(db),
    restore: (rows: readonly WorklistRow[]) => restoreToWorklist(db, rows),
  };
}

export type Worklist = ReturnType<typeof createWorklist>;
