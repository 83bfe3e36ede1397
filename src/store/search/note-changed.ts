import type { Database } from '../schema.ts';

/** Notes that these annotations are to be indexed anew. Runs in the transaction that writes or deletes them. */
export async function noteChanged(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.changed.add({ ids: [...ids] });
}
