/** How far the index is while it is made anew. Apart from making it, which the popup never does. */
import * as v from 'valibot';
import type { Database } from '../schema.ts';
import { ChangedRow } from './rows.ts';

export interface IndexingProgress {
  done: number;
  total: number;
}

/** How far it is; undefined when nothing is being indexed anew. */
export async function rebuildProgress(db: Database): Promise<IndexingProgress | undefined> {
  const row = await unfinished(db);
  return row && { done: row.done, total: row.total ?? await db.annotations.count() };
}

/** The note that says so. Others may stand before it. */
export async function unfinished(db: Database) {
  const row = await db.changed.filter((each) => 'after' in each).first();
  const { success, output } = v.safeParse(ChangedRow, row);
  return success && 'after' in output ? output : undefined;
}
