/** What is kept of posts goes with the last annotation that was made on it. */
import { type CaptureRef, type Database, captureRef } from './schema.ts';

/** Drops those captures, with their originals, that no annotation uses, deleted ones included. Runs in the caller's transaction. */
export async function dropUnusedCaptures(db: Database, refs: readonly CaptureRef[]): Promise<void> {
  const posts = refs.map(([channelRef, postId]) => [channelRef, postId]);
  const users = await db.annotations.where('[channelRef+postId]').anyOf(posts).toArray();
  const used = new Set(users.map((row) => String(captureRef(row))));
  const unused = refs.filter((ref) => !used.has(String(ref)));
  await db.captures.bulkDelete(unused);
  await db.originals.bulkDelete(unused);
}
