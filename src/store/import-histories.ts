/** Histories that a file brings. Runs in the caller's transaction, after annotations and captures are written. */
import { type Seen, type Version, stateOf, versionOf } from '../model/history.ts';
import { unitedSeen } from '../model/united-seen.ts';
import { storedLooks } from './histories.ts';
import type { NamedPlace } from './import-places.ts';
import { rowsWith } from './rows-with.ts';
import { type Database, type PostRef, type SightingsRow, captureRef } from './schema.ts';

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

/** @param owns what the annotations of the post were made on */
export function sightingsRow(row: Omit<SightingsRow, 'notable'>, owns: readonly Version[]): SightingsRow {
  return { ...row, ...(owns.some((own) => stateOf(own, row.seen) !== 'same') && { notable: row.seen.at(-1)?.at ?? 0 }) };
}

/** What the annotations of each post were made on, by post. */
export async function ownVersions(db: Database, posts: readonly PostRef[]): Promise<ReadonlyMap<string, Version[]>> {
  const annotations = await rowsWith(db.annotations, '[channelRef+postId]', posts);
  const captures = await db.captures.bulkGet(annotations.map(captureRef));
  const owns = new Map<string, Version[]>();
  for (const capture of captures) {
    if (!capture) continue;
    const post = String([capture.channelRef, capture.postId]);
    owns.set(post, [...owns.get(post) ?? [], versionOf(capture)]);
  }
  return owns;
}
