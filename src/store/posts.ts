/** What is known about the posts of a page. */
import { type Target, targetKey } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import type { AnnotationView } from '../model/view.ts';
import { placesOfPosts } from './albums.ts';
import { findChannels } from './channels.ts';
import { rowsWith } from './rows-with.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

/** The living annotations of each post, in the order of `keys`; of an album, those of its first member first. */
export async function annotationsOfPosts(db: Database, keys: readonly PostKey[]): Promise<AnnotationView[][]> {
  const channels = await findChannels(db, keys);
  const places = await placesOfPosts(db, keys.map((key, i) => ({ ...key, channelRef: channels[i]?.id })));
  const rows = await rowsWith(db.annotations, '[channelRef+postId]', places.flat());
  const byPlace = new Map<string, AnnotationView[]>();
  for (const view of await viewsOf(db, rows.filter((row) => row.deletedAt === undefined))) {
    const place = String([view.annotation.channelRef, view.annotation.postId]);
    byPlace.set(place, [...byPlace.get(place) ?? [], view]);
  }
  return places.map((ofPost) => ofPost.flatMap((place) => byPlace.get(String(place)) ?? []));
}

/** My own annotation of a post, if there is one. */
export async function ownAnnotation(db: Database, key: PostKey, target: Target): Promise<AnnotationView | undefined> {
  const [views = []] = await annotationsOfPosts(db, [key]);
  return views.find(({ annotation, mine }) => mine && targetKey(annotation.target) === targetKey(target));
}
