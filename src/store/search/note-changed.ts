import type { Database } from '../schema.ts';

/**
 * Notes that these annotations are to be indexed anew. Runs in the transaction that writes or deletes them.
 * @returns the number of the note, if there was anything to note
 */
export async function noteChanged(db: Database, ids: readonly string[]): Promise<number | undefined> {
  return ids.length > 0 ? db.changed.add({ ids: [...ids] }) : undefined;
}
