/** What was typed and not saved, per post. */
import * as v from 'valibot';
import { Body, type Draft, type Quote, type Target, joinBodies, sameBody, targetKey } from '../model/annotation.ts';
import type { Channel } from '../model/channel.ts';
import type { PostKey } from '../model/post.ts';
import { normaliseTagName } from '../model/tag.ts';
import { placesOfPosts } from './albums.ts';
import { ensureChannel, findChannels } from './channels.ts';
import type { Database, DraftRow } from './schema.ts';

type DraftKey = [channelRef: string, postId: number, targetKey: string];

async function draftKey(db: Database, post: PostKey, target: Target): Promise<DraftKey | undefined> {
  const [channel] = await findChannels(db, [post]);
  return channel && keyIn(db, channel, post, target);
}

async function keyIn(db: Database, channel: Channel, post: PostKey, target: Target): Promise<DraftKey> {
  const [[[channelRef, postId] = [channel.id, post.postId]] = []] = await placesOfPosts(db, [{ ...post, channelRef: channel.id }]);
  return [channelRef, postId, targetKey(target)];
}

export async function readDraft(db: Database, post: PostKey, target: Target): Promise<DraftRow | undefined> {
  const key = await draftKey(db, post, target);
  return key && db.drafts.get(key);
}

export async function writeDraft(db: Database, post: PostKey, target: Target, draft: Draft, now: number): Promise<void> {
  const tables = [db.channels, db.annotations, db.captures, db.originals, db.sightings, db.drafts, db.tags, db.changed];
  await db.transaction('rw', tables, async () => {
    const channel = await ensureChannel(db, post, undefined, now);
    const [channelRef, postId, ofTarget] = await keyIn(db, channel, post, target);
    await db.drafts.put({
      ...draft, channelRef, postId, targetKey: ofTarget, updatedAt: now, ...(target.kind === 'quote' && { quote: target }),
    });
  });
}

/** Words of each post about which something is typed and not saved. There are few drafts, and mostly none of words. */
export async function quotesInDrafts(db: Database, posts: readonly PostKey[]): Promise<Quote[][]> {
  const drafts = (await db.drafts.toArray()).filter(({ quote }) => quote);
  if (drafts.length === 0) return posts.map(() => []);
  const channels = await findChannels(db, posts);
  const places = await placesOfPosts(db, posts.map((post, i) => ({ ...post, channelRef: channels[i]?.id })));
  return places.map((ofPost) => ofPost.flatMap(([channelRef, postId]) => (
    drafts.flatMap((draft) => (draft.channelRef === channelRef && draft.postId === postId ? draft.quote ?? [] : []))
  )));
}

export async function deleteDraft(db: Database, post: PostKey, target: Target): Promise<void> {
  const key = await draftKey(db, post, target);
  if (key) await db.drafts.delete(key);
}

/** Whether every word of a draft was saved. One that another tab keeps meanwhile, with other words in it, is to stay. */
export function isCovered(draft: DraftRow, saved: Body): boolean {
  const tags = [...draft.tags, draft.pending].filter((name) => normaliseTagName(name) !== '');
  const typed = v.safeParse(Body, { tags, note: draft.note });
  return typed.success && sameBody(joinBodies(saved, typed.output), saved);
}
