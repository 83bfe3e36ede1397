/** What is known about the posts of a page. */
import { type Target, targetKey } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import type { AnnotationView } from '../model/view.ts';
import { findChannels } from './channels.ts';
import type { Database, PostRef } from './schema.ts';
import { viewsOf } from './views.ts';

/** The living annotations of each post, in the order of `keys`. */
export async function annotationsOfPosts(db: Database, keys: readonly PostKey[]): Promise<AnnotationView[][]> {
  const channels = await findChannels(db, keys);
  const refs = keys.map(({ postId }, i): PostRef | undefined => {
    const channel = channels[i];
    return channel && [channel.id, postId];
  });
  const rows = await db.annotations.where('[channelRef+postId]').anyOf(refs.flatMap((ref) => (ref ? [ref] : []))).toArray();
  const views = await viewsOf(db, rows.filter((row) => row.deletedAt === undefined));
  return refs.map((ref) => views.filter(({ annotation }) => (
    ref !== undefined && annotation.channelRef === ref[0] && annotation.postId === ref[1]
  )));
}

/** My own annotation of a post, if there is one. */
export async function ownAnnotation(db: Database, key: PostKey, target: Target): Promise<AnnotationView | undefined> {
  const [views = []] = await annotationsOfPosts(db, [key]);
  return views.find(({ annotation, mine }) => mine && targetKey(annotation.target) === targetKey(target));
}
