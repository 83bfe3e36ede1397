/** The worklist, as the library reads and writes it. */
import type { ListedPost } from '../model/worklist.ts';
import { type Subscribe, live } from './live.ts';
import type { Database } from './schema.ts';
import {
  type WorklistMarks, type WorklistRow, addToWorklist, clearWorklist, leavePost, removeFromWorklist, reopenPost, restoreToWorklist, worklistMarks,
  worklistRows,
} from './worklist.ts';

/**
 * What is written on the posts, read again whenever anything of what it is read from was changed. A transaction cannot be part
 * of a live query, so that the query only watches, and what is read is read after it, one reading at a time.
 */
export function liveMarks(db: Database): Subscribe<WorklistMarks> {
  return (next, fail) => {
    let isEnded = false;
    let isReading = false;
    let isStale = false;
    async function read() {
      isStale = isReading;
      if (isReading) return;
      isReading = true;
      try {
        const marks = await worklistMarks(db);
        if (!isEnded) next(marks);
      } catch (error) {
        if (!isEnded) fail(error);
      }
      isReading = false;
      if (isStale && !isEnded) await read();
    }
    // To read nothing costs next to nothing, and is told of all the same.
    const watched = [db.annotations, db.captures, db.channels, db.tags, db.options];
    const end = live(db, async () => {
      await Promise.all([...watched.map((table) => table.limit(0).toArray()), db.worklist.orderBy('post').keys()]);
    })(() => void read(), fail);
    return () => {
      isEnded = true;
      end();
    };
  };
}

export function createWorklist(db: Database) {
  return {
    rows: () => live(db, () => worklistRows(db)),
    marks: () => liveMarks(db),
    add: (posts: readonly ListedPost[], now: number) => addToWorklist(db, posts, now),
    leave: (seq: number, now: number) => leavePost(db, seq, now),
    reopen: (seq: number) => reopenPost(db, seq),
    remove: (seq: number) => removeFromWorklist(db, seq),
    clear: () => clearWorklist(db),
    restore: (rows: readonly WorklistRow[]) => restoreToWorklist(db, rows),
  };
}

export type Worklist = ReturnType<typeof createWorklist>;
