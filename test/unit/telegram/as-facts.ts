/** What Postil reads, in the form in which the facts of captured pages are written down. */
import { type Entity, type Post, type Sighting, postKinds } from '../../../src/model/post.ts';
import { compact } from '../../../src/telegram/compact.ts';
import type { ChannelFacts, Gist } from '../../captures/facts.ts';

/** A channel as read, but for its description in full. */
type ReadChannel = Omit<ChannelFacts, 'description'> & { description?: string };

function gist(text: string | undefined): Gist | undefined {
  if (text === undefined) return undefined;
  const breaks = text.split('\n').length - 1;
  return { length: text.length, ...(breaks > 0 && { breaks }), words: text.trim().split(/\s+/).slice(0, 3).join(' ') };
}

function countTypes(entities: Entity[]): Partial<Record<Entity['type'], number>> {
  const counts: Partial<Record<Entity['type'], number>> = {};
  for (const { type } of entities) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const iso = (time: number | undefined): string | undefined => time === undefined ? undefined : new Date(time).toISOString();

/** Fields that are not named here go over as they were read: one that is new to the reader is new to the facts, too. */
export function asFacts(post: Post, { views, reactions, serverTime }: Pick<Sighting, 'views' | 'reactions' | 'serverTime'>) {
  const { handle, postId, kinds, text, entities, replyTo, media, linkPreview, publishedAt, ...others } = post;
  const id = `${handle}/${postId}`;
  return { id, ...compact<Record<string, unknown>>({
    ...others,
    // Their order has no meaning.
    kinds: postKinds.filter((kind) => kinds.includes(kind)),
    text: gist(text),
    entities: entities && countTypes(entities),
    links: entities?.filter(({ url }) => url !== undefined).length || undefined,
    replyTo: replyTo && { ...replyTo, text: gist(replyTo.text) },
    // Sizes are the page's layout, not the author's.
    media: media?.map(({ width: _width, height: _height, ...shown }) => shown),
    linkPreview: linkPreview && { ...linkPreview, title: gist(linkPreview.title), description: gist(linkPreview.description) },
    publishedAt: iso(publishedAt),
    views,
    reactions,
    serverTime: iso(serverTime),
  }) };
}

/** The same for what a page says of its channel. */
export function channelAsFacts(channel: ReadChannel | undefined) {
  return channel && { ...channel, description: gist(channel.description) };
}
