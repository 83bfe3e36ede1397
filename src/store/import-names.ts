/**
 * What the names of a file mean here. Reads only, and all names that there are: one read of a table takes less time than
 * a read for each of the hundreds of names that come at once.
 */
import { type Channel, currentHandle, matchChannel } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import type { ImportedChannel, ImportedTag } from '../model/import.ts';
import { type Tag, tagKey, tagMeanings } from '../model/tag.ts';
import type { ChannelRow, Database } from './schema.ts';

/** The channel here of each channel of a file. */
export async function channelsHere(db: Database, channels: readonly ImportedChannel[]): Promise<(ChannelRow | undefined)[]> {
  const rows = await db.channels.toArray();
  const byId = new Map(rows.map((row) => [row.telegramId, row]));
  const byHandle = new Map<string, ChannelRow[]>();
  for (const row of rows) for (const key of handleKeysOf(row)) byHandle.set(key, [...byHandle.get(key) ?? [], row]);
  const claimed = new Set<Channel>();
  const rowOf = (channel: ImportedChannel): ChannelRow | undefined => {
    const { telegramId } = channel;
    const handle = currentHandle(channel);
    const numbered = telegramId === undefined ? undefined : byId.get(telegramId);
    const candidates = [...numbered ? [numbered] : [], ...byHandle.get(handleKey(handle)) ?? []];
    // A row that one channel of the file is cannot be another of them, too: a handle may have gone from one to the other.
    const free = candidates.filter((row) => !claimed.has(row));
    const match = matchChannel({ handle, ...(telegramId !== undefined && { telegramId }) }, free).channel;
    if (match) claimed.add(match);
    return free.find((row) => row === match);
  };
  // A number says more than a name: what is known by it here is found before another can claim its row by the name.
  const isKnown = ({ telegramId }: ImportedChannel) => telegramId !== undefined && byId.has(telegramId);
  const found = new Map([...channels.filter(isKnown), ...channels.filter((channel) => !isKnown(channel))].map((channel) => [channel, rowOf(channel)]));
  return channels.map((channel) => found.get(channel));
}

/** Of a row that was not parsed: one without them is not found by any handle. */
function handleKeysOf({ handleKeys }: ChannelRow): readonly string[] {
  return Array.isArray(handleKeys) ? handleKeys : [];
}

/** The tag here of each tag of a file: by id, for a tag that was renamed or merged, here or there, is the same one; else by name. */
export async function tagsHere(db: Database, tags: readonly ImportedTag[]): Promise<(Tag | undefined)[]> {
  const rows = await db.tags.toArray();
  const meanings = tagMeanings(rows);
  const byKey = new Map(rows.flatMap((row) => (row.key === undefined ? [] : [[row.key, row]])));
  return tags.map(({ id, name }) => meanings.get(id ?? '') ?? byKey.get(tagKey(name)));
}
