/** What is known about the posts of a page. */
import { type Target, targetKey } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import type { AnnotationView } from '../model/view.ts';
import { placesOfPosts } from './albums.ts';
import { findChannels } from './channels.ts';
import { rowsWith } from './rows-with.ts';
import type { AnnotationRow, Database } from './schema.ts';
import { viewsOf } from './views.ts';

/** The living annotations of each post, in the order of `keys`; of an album, those of its first member first. */
export async function annotationsOfPosts(db: Database, keys: readonly PostKey[]): Promise<AnnotationView[][]> {
  const rows = await rowsOfPosts(db, keys);
  const views = new Map((await viewsOf(db, [...new Set(rows.flat())])).map((view) => [view.annotation.id, view]));
  return rows.map((ofPost) => ofPost.flatMap(({ id }) => views.get(id) ?? []));
}

/** The same as they are stored, with nothing of what they point to. */
export async function rowsOfPosts(db: Database, keys: readonly PostKey[]): Promise<AnnotationRow[][]> {
  const channels = await findChannels(db, keys);
  const places = await placesOfPosts(db, keys.map((key, i) => ({ ...key, channelRef: channels[i]?.id })));
  const byPlace = new Map<string, AnnotationRow[]>();
  for (const row of await rowsWith(db.annotations, '[channelRef+postId]', places.flat())) {
    if (row.deletedAt !== undefined) continue;
    const place = String([row.channelRef, row.postId]);
    byPlace.set(place, [...byPlace.get(place) ?? [], row]);
  }
  return places.map((ofPost) => ofPost.flatMap((place) => byPlace.get(String(place)) ?? []));
}

/** My own annotation of a post, if there is one. */
export async function ownAnnotation(db: Database, key: PostKey, target: Target): Promise<AnnotationView | undefined> {
  const [views = []] = await annotationsOfPosts(db, [key]);
  return views.find(({ annotation, mine }) => mine && targetKey(annotation.target) === targetKey(target));
}
