/** What became of the posts of annotations, for exports. */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Capture } from '../model/capture.ts';
import type { Seen } from '../model/history.ts';
import type { AnnotationView, ExportedView } from '../model/view.ts';
import { type Database, type PostRef, SightingsRow } from './schema.ts';
import { isReadable } from './views.ts';

/** Which posts were looked at again: to ask the table for each post of an export would take longer than to read it once. */
export async function lookedAt(db: Database): Promise<ReadonlySet<string>> {
  return new Set((await db.sightings.toCollection().primaryKeys()).map(String));
}

/** The views with the histories of their posts. */
export async function withHistories(db: Database, views: readonly AnnotationView[], looked: ReadonlySet<string>): Promise<ExportedView[]> {
  const posts = views.map(({ annotation: { channelRef, postId } }): PostRef => [channelRef, postId]).filter((post) => looked.has(String(post)));
  if (posts.length === 0) return [...views];
  const rows = new Map((await db.sightings.bulkGet(posts)).map((row, i) => [String(posts[i]), row]));
  return Promise.all(views.map(async (view) => {
    const row = rows.get(String([view.annotation.channelRef, view.annotation.postId]));
    return row === undefined ? view : { ...view, history: { versions: await versionsBeside(db, view.capture), seen: storedLooks(row) } };
  }));
}

/** Of a row that cannot be read none: it must not keep an annotation from leaving, or a file from coming in. */
export function storedLooks(row: unknown): Seen[] {
  const { success, output, issues } = v.safeParse(SightingsRow, row);
  if (!success) console.error('Postil: unreadable history', issues[0].message);
  return success ? output.seen : [];
}

/** All contents kept of a post but the annotation's own, by time, then by id. */
async function versionsBeside(db: Database, { channelRef, postId, id }: Capture): Promise<Capture[]> {
  const captures = await db.captures.where(':id').between([channelRef, postId], [channelRef, postId, Dexie.maxKey]).toArray();
  return captures.filter((capture) => isReadable(capture) && capture.id !== id).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
