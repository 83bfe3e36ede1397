/** What is kept of posts goes with the last annotation that was made on it. */
import { rowsWith } from './rows-with.ts';
import { type CaptureRef, type Database, captureRef } from './schema.ts';

/** Drops those captures, with their originals, that no annotation uses, deleted ones included. Runs in the caller's transaction. */
export async function dropUnusedCaptures(db: Database, refs: readonly CaptureRef[]): Promise<void> {
  const posts = refs.map(([channelRef, postId]) => [channelRef, postId]);
  const users = await rowsWith(db.annotations, '[channelRef+postId]', posts);
  const used = new Set(users.map((row) => String(captureRef(row))));
  const unused = refs.filter((ref) => !used.has(String(ref)));
  await Promise.all([db.captures.bulkDelete(unused), db.originals.bulkDelete(unused)]);
}
