/** What the names of a file mean here. Reads only. */
import { type Channel, currentHandle, matchChannel } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import type { ImportedChannel, ImportedTag } from '../model/import.ts';
import { type Tag, tagKey } from '../model/tag.ts';
import type { ChannelRow, Database } from './schema.ts';

/** The channel here of each channel of a file. */
export async function channelsHere(db: Database, channels: readonly ImportedChannel[]): Promise<(ChannelRow | undefined)[]> {
  const ids = channels.flatMap(({ telegramId }) => (telegramId === undefined ? [] : [telegramId]));
  const keys = channels.flatMap(({ handles }) => handles.map((use) => handleKey(use.name)));
  const [byId, byHandle] = await Promise.all([
    db.channels.where('telegramId').anyOf(ids).toArray(),
    db.channels.where('handleKeys').anyOf(keys).distinct().toArray(),
  ]);
  const rows = [...new Map([...byId, ...byHandle].map((row) => [row.id, row])).values()];
  const claimed = new Set<Channel>();
  return channels.map((channel) => {
    const { telegramId } = channel;
    const name = { handle: currentHandle(channel), ...(telegramId !== undefined && { telegramId }) };
    // A row that one channel of the file is cannot be another of them, too: a handle may have gone from one to the other.
    const match = matchChannel(name, rows.filter((row) => !claimed.has(row))).channel;
    if (match) claimed.add(match);
    return rows.find((row) => row === match);
  });
}

/** The tag here of each tag of a file: by id, for a tag that was renamed here or there is the same one; else by name. */
export async function tagsHere(db: Database, tags: readonly ImportedTag[]): Promise<(Tag | undefined)[]> {
  const [byId, byKey] = await Promise.all([
    db.tags.bulkGet(tags.map(({ id }) => id ?? '')),
    db.tags.where('key').anyOf(tags.map(({ name }) => tagKey(name))).toArray(),
  ]);
  const named = new Map(byKey.map((row) => [row.key, row]));
  return tags.map(({ name }, i) => (byId[i]?.key === undefined ? named.get(tagKey(name)) : byId[i]));
}
