/** What became of the posts of annotations, for exports. Costs one look at the table where nothing was looked at again. */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Capture } from '../model/capture.ts';
import type { Seen } from '../model/history.ts';
import { unitedSeen } from '../model/united-seen.ts';
import type { AnnotationView, ExportedView } from '../model/view.ts';
import { type Database, type PostRef, SightingsRow, placesOfCapture } from './schema.ts';
import { isReadable } from './views.ts';

/** The views with the histories of their posts. Of an album, whichever member it was looked at by. */
export async function withHistories(db: Database, views: readonly AnnotationView[]): Promise<ExportedView[]> {
  const places = views.map(({ capture }) => placesOfCapture(capture));
  const posts = new Map(places.flat().map((place) => [String(place), place]));
  const rows = await db.sightings.bulkGet([...posts.values()]);
  const looked = new Map([...posts.keys()].flatMap((post, i) => (rows[i] === undefined ? [] : [[post, rows[i]]])));
  if (looked.size === 0) return [...views];
  return Promise.all(views.map(async (view, i) => {
    const ofPost = (places[i] ?? []).filter((place) => looked.has(String(place)));
    if (ofPost.length === 0) return view;
    const seen = ofPost.map((place) => storedLooks(looked.get(String(place)))).reduce((all, more) => unitedSeen(all, more));
    return { ...view, history: { versions: await versionsBeside(db, view.capture, ofPost), seen } };
  }));
}

/** Of a row that cannot be read none: it must not keep an annotation from leaving, or a file from coming in. */
export function storedLooks(row: unknown): Seen[] {
  const { success, output, issues } = v.safeParse(SightingsRow, row);
  if (!success) console.error('Postil: unreadable history', issues[0].message);
  return success ? output.seen : [];
}

/** All contents kept of a post but the annotation's own, by time, then by id. */
async function versionsBeside(db: Database, own: Capture, places: readonly PostRef[]): Promise<Capture[]> {
  const captures = await Promise.all(places.map(([channelRef, postId]) => (
    db.captures.where(':id').between([channelRef, postId], [channelRef, postId, Dexie.maxKey]).toArray()
  )));
  const others = new Map(captures.flat().filter((capture) => isReadable(capture) && capture.id !== own.id).map((capture) => [capture.id, capture]));
  return [...others.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
