/** What the annotations can be filtered by, with counts. */
import type { Facets } from '../model/view.ts';
import { type Database, tagIdsOf } from './schema.ts';

function increment(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

export async function facets(db: Database): Promise<Facets> {
  const ofTag = new Map<string, number>();
  const ofChannel = new Map<string, number>();
  await db.annotations.filter((row) => row.deletedAt === undefined).each((row) => {
    increment(ofChannel, row.channelRef);
    for (const id of tagIdsOf(row)) increment(ofTag, id);
  });
  const [tags, channels] = await Promise.all([
    db.tags.bulkGet([...ofTag.keys()]), db.channels.bulkGet([...ofChannel.keys()]),
  ]);
  return {
    tags: tags.flatMap((tag) => (tag ? [{ tag, count: ofTag.get(tag.id) ?? 0 }] : []))
      .sort((a, b) => a.tag.name.localeCompare(b.tag.name)),
    channels: channels.flatMap((channel) => (channel ? [{ channel, count: ofChannel.get(channel.id) ?? 0 }] : []))
      .sort((a, b) => b.count - a.count),
  };
}
