/**
 * Which local channel a page means.
 *
 * A handle can be renamed, and a handle given up can be taken by a stranger. Telegram's number of a channel is
 * stable, but not every page shows it. So annotations point to a local row, found by number when known, by handle
 * otherwise; and a known handle that suddenly shows another number is another channel.
 */
import * as v from 'valibot';
import { Id } from './id.ts';
import { handleKey } from './identity.ts';
import { Handle, type PostKey, TelegramId, Time } from './post.ts';

export const HandleUse = v.object({ name: Handle, firstSeen: Time, lastSeen: Time });
export type HandleUse = v.InferOutput<typeof HandleUse>;

/** One stored channel. The handle seen last comes last. */
export const Channel = v.object({
  id: Id,
  telegramId: v.exactOptional(TelegramId),
  handles: v.pipe(v.array(HandleUse), v.nonEmpty()),
  title: v.exactOptional(v.string()),
});
export type Channel = v.InferOutput<typeof Channel>;

type ChannelName = Pick<PostKey, 'handle' | 'telegramId'>;

export interface ChannelMatch {
  /** The row that the page means; absent when the channel is not known yet. */
  channel?: Channel;
  /** A second row, known by handle only, that now turns out to be the same channel. */
  duplicate?: Channel;
}

function lastSeenAs(channel: Channel, key: string): number {
  return Math.max(...channel.handles.filter((use) => handleKey(use.name) === key).map((use) => use.lastSeen));
}

/** Picks the channel among all rows that have the number or the handle. */
export function matchChannel({ handle, telegramId }: ChannelName, candidates: readonly Channel[]): ChannelMatch {
  const key = handleKey(handle);
  const byHandle = candidates
    .filter((channel) => channel.handles.some((use) => handleKey(use.name) === key))
    .sort((a, b) => lastSeenAs(b, key) - lastSeenAs(a, key));
  if (telegramId === undefined) return byHandle[0] ? { channel: byHandle[0] } : {};

  const byId = candidates.find((channel) => channel.telegramId === telegramId);
  const unnumbered = byHandle.find((channel) => channel.telegramId === undefined);
  if (byId) return unnumbered ? { channel: byId, duplicate: unnumbered } : { channel: byId };
  return unnumbered ? { channel: unnumbered } : {};
}

/** The row brought up to date with what a page showed: number learnt, handle and title as now. */
export function seeChannel(channel: Channel, { handle, telegramId }: ChannelName, title: string | undefined, now: number): Channel {
  const key = handleKey(handle);
  const known = channel.handles.find((use) => handleKey(use.name) === key);
  return {
    ...channel,
    ...(telegramId !== undefined && { telegramId }),
    ...(title !== undefined && { title }),
    handles: [
      ...channel.handles.filter((use) => use !== known),
      { name: handle, firstSeen: known?.firstSeen ?? now, lastSeen: now },
    ],
  };
}

/** One row for two that are the same channel; `kept` wins where they differ. */
export function joinChannels(kept: Channel, duplicate: Channel): Channel {
  const handles = new Map<string, HandleUse>();
  for (const use of [...duplicate.handles, ...kept.handles].sort((a, b) => a.lastSeen - b.lastSeen)) {
    const before = handles.get(handleKey(use.name));
    handles.delete(handleKey(use.name));
    handles.set(handleKey(use.name), { ...use, firstSeen: Math.min(use.firstSeen, before?.firstSeen ?? use.firstSeen) });
  }
  return { ...duplicate, ...kept, handles: [...handles.values()] };
}

/** The handle under which the channel was seen last. */
export function currentHandle(channel: Pick<Channel, 'handles'>): string {
  return channel.handles.at(-1)?.name ?? '';
}

/** What names a post of the channel to the worker. */
export function postKeyOf(channel: Channel, postId: number): PostKey {
  const { telegramId } = channel;
  return { handle: currentHandle(channel), postId, ...(telegramId !== undefined && { telegramId }) };
}
