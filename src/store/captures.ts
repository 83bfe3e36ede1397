/** What is kept of posts goes with the last annotation that was made on it; what has a history, with the last one of the post. */
import { Dexie } from 'dexie';
import { rowsWith } from './rows-with.ts';
import { type CaptureRef, type Database, type PostRef, captureRef } from './schema.ts';

/**
 * Drops those captures, with their originals, that neither an annotation, deleted ones included, nor the history of an
 * annotated post uses; and the histories of those posts that have no annotation left. Runs in the caller's transaction.
 */
export async function dropUnusedCaptures(db: Database, refs: readonly CaptureRef[]): Promise<void> {
  const posts = refs.map(([channelRef, postId]): PostRef => [channelRef, postId]);
  const [users, histories] = await Promise.all([rowsWith(db.annotations, '[channelRef+postId]', posts), db.sightings.bulkGet(posts)]);
  const used = new Set(users.flatMap((row) => [captureRef(row), [row.channelRef, row.postId]]).map(String));
  const isUsed = (ref: CaptureRef | PostRef | undefined) => used.has(String(ref));
  const forgotten = posts.filter((post, i) => histories[i] && !isUsed(post));
  const unused = refs.filter((ref, i) => !isUsed(ref) && !(histories[i] && isUsed(posts[i])));
  const ofForgotten = await Promise.all(forgotten.map((post) => db.captures.where(':id').between(post, [...post, Dexie.maxKey]).primaryKeys()));
  const all = [...unused, ...ofForgotten.flat()];
  await Promise.all([db.captures.bulkDelete(all), db.originals.bulkDelete(all), db.sightings.bulkDelete(forgotten)]);
}
