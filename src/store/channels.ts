/** Keeps the one row that a channel has, whatever it is called on the page at hand. */
import { type Channel, matchChannel, seeChannel } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';
import { mergeChannels } from './merge-channels.ts';
import { rowsWith } from './rows-with.ts';
import { type ChannelRow, type Database, channelRow } from './schema.ts';

type ChannelName = Pick<PostKey, 'handle' | 'telegramId'>;

/** All rows that any of the names could mean. A promise of Dexie's own, which may run side by side with others. */
export function channelsThatMay(db: Database, names: readonly ChannelName[]): PromiseLike<ChannelRow[]> {
  const ids = names.flatMap(({ telegramId }) => (telegramId === undefined ? [] : [telegramId]));
  return Promise.all([
    rowsWith(db.channels, 'telegramId', ids),
    rowsWith(db.channels, 'handleKeys', names.map(({ handle }) => handleKey(handle))),
  ]).then((found) => [...new Map(found.flat().map((row) => [row.id, row])).values()]);
}

/** The channel of each name, undefined for those not known. Reads only. */
export async function findChannels(db: Database, names: readonly ChannelName[]): Promise<(Channel | undefined)[]> {
  const rows = await channelsThatMay(db, names);
  const found = new Map<string, Channel | undefined>();
  return names.map((name) => {
    const key = `${handleKey(name.handle)} ${name.telegramId}`;
    if (!found.has(key)) found.set(key, matchChannel(name, rows).channel);
    return found.get(key);
  });
}

/** The channel's row, made or brought up to date. Runs in the caller's transaction. */
export async function ensureChannel(db: Database, name: ChannelName, title: string | undefined, now: number): Promise<Channel> {
  const { channel } = await channelSeen(db, await channelsThatMay(db, [name]), name, title, now);
  await db.channels.put(channelRow(channel));
  return channel;
}

/**
 * The channel as it is to be put, of the rows that it may be. Two of these that turn out to be one are merged. Runs in the
 * caller's transaction.
 */
export async function channelSeen(
  db: Database, rows: readonly ChannelRow[], name: ChannelName, title: string | undefined, now: number,
): Promise<{ channel: Channel; isMerged: boolean }> {
  const { channel, duplicate } = matchChannel(name, rows);
  let known: Channel = channel ?? { id: crypto.randomUUID(), handles: [] };
  if (duplicate) known = await mergeChannels(db, known, duplicate, now);
  return { channel: seeChannel(known, name, title, now), isMerged: duplicate !== undefined };
}
