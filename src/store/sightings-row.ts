/** The row of a post's looks, and what its annotations were made on, by which the looks mean something. */
import { type Version, stateOf, versionOf } from '../model/history.ts';
import { rowsWith } from './rows-with.ts';
import { type Database, type PostRef, type SightingsRow, captureRef } from './schema.ts';

/** @param owns what the annotations of the post were made on */
export function sightingsRow(row: Omit<SightingsRow, 'notable'>, owns: readonly Version[]): SightingsRow {
  return { ...row, ...(owns.some((own) => stateOf(own, row.seen) !== 'same') && { notable: row.seen.at(-1)?.at ?? 0 }) };
}

/** What the annotations of each post were made on, by post. Runs in the caller's transaction. */
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
