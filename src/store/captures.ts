/** What is kept of posts goes with the last annotation that was made on it; what has a history, with the last one of the post. */
import { Dexie } from 'dexie';
import { keysWith, rowsWith } from './rows-with.ts';
import { type CaptureRef, type Database, type PostRef, captureRef, placesOfCapture } from './schema.ts';

/**
 * Drops those captures, with their originals, that neither an annotation, deleted ones included, nor the history of an
 * annotated post uses; and the histories of those posts that have no annotation left. Runs in the caller's transaction.
 */
export async function dropUnusedCaptures(db: Database, refs: readonly CaptureRef[]): Promise<void> {
  const captures = await db.captures.bulkGet([...refs]);
  const places = refs.map(([channelRef, postId], i) => (captures[i] ? placesOfCapture(captures[i]) : [[channelRef, postId] satisfies PostRef]));
  const [users, looked] = await Promise.all([
    rowsWith(db.annotations, '[channelRef+postId]', places.flat()), keysWith(db.sightings, ':id', places.flat()),
  ]);
  const used = new Set(users.flatMap((row) => [String(captureRef(row)), String([row.channelRef, row.postId])]));
  const histories = new Set(looked.map(String));
  const isAnnotated = (posts: readonly PostRef[]) => posts.some((post) => used.has(String(post)));
  const forgotten = places.flatMap((posts) => (isAnnotated(posts) ? [] : posts.filter((post) => histories.has(String(post)))));
  const unused = refs.filter((ref, i) => (
    !used.has(String(ref)) && !(isAnnotated(places[i] ?? []) && places[i]?.some((post) => histories.has(String(post))))
  ));
  const all = [...unused, ...(await Promise.all(forgotten.map((post) => capturesOf(db, post)))).flat()];
  await Promise.all([db.captures.bulkDelete(all), db.originals.bulkDelete(all), db.sightings.bulkDelete(forgotten)]);
}

function capturesOf(db: Database, post: PostRef): PromiseLike<CaptureRef[]> {
  return db.captures.where(':id').between(post, [...post, Dexie.maxKey]).primaryKeys();
}
