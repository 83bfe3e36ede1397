/** What was typed and not saved, per post. */
import { type Draft, type Target, targetKey } from '../model/annotation.ts';
import type { PostKey } from '../model/post.ts';
import { ensureChannel, findChannels } from './channels.ts';
import type { Database, DraftRow } from './schema.ts';

type DraftKey = [channelRef: string, postId: number, targetKey: string];

async function draftKey(db: Database, post: PostKey, target: Target): Promise<DraftKey | undefined> {
  const [channel] = await findChannels(db, [post]);
  return channel && [channel.id, post.postId, targetKey(target)];
}

export async function readDraft(db: Database, post: PostKey, target: Target): Promise<DraftRow | undefined> {
  const key = await draftKey(db, post, target);
  return key && db.drafts.get(key);
}

export async function writeDraft(db: Database, post: PostKey, target: Target, draft: Draft, now: number): Promise<void> {
  await db.transaction('rw', [db.channels, db.annotations, db.captures, db.originals, db.drafts, db.tags], async () => {
    const channel = await ensureChannel(db, post, undefined, now);
    await db.drafts.put({
      ...draft, channelRef: channel.id, postId: post.postId, targetKey: targetKey(target), updatedAt: now,
    });
  });
}

export async function deleteDraft(db: Database, post: PostKey, target: Target): Promise<void> {
  const key = await draftKey(db, post, target);
  if (key) await db.drafts.delete(key);
}
