/** Keeps the one row that a channel has, whatever it is called on the page at hand. */
import { type Channel, matchChannel, seeChannel } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import type { PostKey } from '../model/post.ts';
import { mergeChannels } from './merge-channels.ts';
import { rowsWith } from './rows-with.ts';
import { type ChannelRow, type Database, channelRow } from './schema.ts';

type ChannelName = Pick<PostKey, 'handle' | 'telegramId'>;

/** All rows that any of the names could mean. */
async function candidates(db: Database, names: readonly ChannelName[]): Promise<ChannelRow[]> {
  const ids = names.flatMap(({ telegramId }) => (telegramId === undefined ? [] : [telegramId]));
  const [byId, byHandle] = await Promise.all([
    rowsWith(db.channels, 'telegramId', ids),
    rowsWith(db.channels, 'handleKeys', names.map(({ handle }) => handleKey(handle))),
  ]);
  return [...new Map([...byId, ...byHandle].map((row) => [row.id, row])).values()];
}

/** The channel of each name, undefined for those not known. Reads only. */
export async function findChannels(db: Database, names: readonly ChannelName[]): Promise<(Channel | undefined)[]> {
  const rows = await candidates(db, names);
  return names.map((name) => matchChannel(name, rows).channel);
}

/** The channel's row, made or brought up to date. Runs in the caller's transaction. */
export async function ensureChannel(db: Database, name: ChannelName, title: string | undefined, now: number): Promise<Channel> {
  const { channel, duplicate } = matchChannel(name, await candidates(db, [name]));
  let known: Channel = channel ?? { id: crypto.randomUUID(), handles: [] };
  if (duplicate) known = await mergeChannels(db, known, duplicate, now);
  const seen = seeChannel(known, name, title, now);
  await db.channels.put(channelRow(seen));
  return seen;
}
