/** Histories that a file brings. Runs in the caller's transaction, after annotations and captures are written. */
import type { Seen } from '../model/history.ts';
import { unitedSeen } from '../model/united-seen.ts';
import { storedLooks } from './histories.ts';
import type { NamedPlace } from './import-places.ts';
import type { Database, PostRef } from './schema.ts';
import { ownVersions, sightingsRow } from './sightings-row.ts';

/**
 * Adds the looks of the file to those that are here. Undo of the import takes a history away with the last annotation of its
 * post; of posts that keep one it leaves what the file told: they were looked at then, whoever brought it.
 */
export async function mergeHistories(db: Database, places: readonly NamedPlace[]): Promise<void> {
  const looks = new Map<string, { post: PostRef; seen: readonly Seen[] }>();
  for (const { channelRef, entry: { annotation: { postId }, history } } of places) {
    if (!history || channelRef === undefined) continue;
    const post: PostRef = [channelRef, postId];
    looks.set(String(post), { post, seen: unitedSeen(looks.get(String(post))?.seen ?? [], history.seen) });
  }
  if (looks.size === 0) return;
  const posts = [...looks.values()].map(({ post }) => post);
  const [rows, owns] = [await db.sightings.bulkGet(posts), await ownVersions(db, posts)];
  await db.sightings.bulkPut([...looks.values()].map(({ post: [channelRef, postId], seen }, i) => (
    sightingsRow({ channelRef, postId, seen: unitedSeen(rows[i] ? storedLooks(rows[i]) : [], seen) }, owns.get(String([channelRef, postId])) ?? [])
  )));
}
