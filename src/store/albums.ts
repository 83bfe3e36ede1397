/**
 * Which ids mean a post. Every member of an album has one, and where it is shown alone (`?single`) nothing tells that it
 * is a member: only a capture of the album does.
 */
import type { PostKey } from '../model/post.ts';
import { keysWith } from './rows-with.ts';
import type { CaptureRef, Database, PostRef } from './schema.ts';

/** `channelRef` is undefined as long as the channel is not known. */
export interface SoughtPost extends Pick<PostKey, 'postId' | 'memberIds'> {
  channelRef: string | undefined;
}

/**
 * Where the annotations of each post may be, in the order of `posts`: nowhere when its channel is not known. A new
 * annotation goes to the first place.
 */
export async function placesOfPosts(
  db: Database, posts: readonly SoughtPost[], keys: PromiseLike<CaptureRef[]> = albumKeys(db, posts),
): Promise<PostRef[][]> {
  const albums = await albumsAmong(db, posts, await keys);
  return posts.map(({ channelRef, postId, memberIds = [] }) => {
    if (channelRef === undefined) return [];
    const album = albums.find((each) => each.channelRef === channelRef && each.memberIds.includes(postId));
    const ids = new Set([...memberIds, ...album?.memberIds ?? [], postId]);
    return [...ids].map((id): PostRef => [channelRef, id]);
  });
}

/** Keys of the captures of albums that have any of the ids, in whatever channel: every channel has a post of any number. */
export function albumKeys(db: Database, posts: readonly Pick<SoughtPost, 'postId'>[]): PromiseLike<CaptureRef[]> {
  return keysWith(db.captures, 'content.memberIds', posts.map(({ postId }) => postId));
}

/** The captures are read once it is clear which matter. */
async function albumsAmong(db: Database, posts: readonly SoughtPost[], keys: readonly CaptureRef[]) {
  const channels = new Set(posts.map(({ channelRef }) => channelRef));
  const captures = await db.captures.bulkGet(keys.filter(([channelRef]) => channels.has(channelRef)));
  return captures.flatMap((capture) => {
    const memberIds = capture?.content.memberIds;
    return memberIds ? [{ channelRef: capture.channelRef, memberIds }] : [];
  });
}
