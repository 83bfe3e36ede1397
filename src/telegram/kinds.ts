/** What a post is made of. */
import type { Post, PostKind } from '../model/post.ts';

export function kindsOf(post: Element, { text, entities, media = [], poll, linkPreview }: Omit<Post, 'kinds'>): PostKind[] {
  const isService = post.matches('.service_message');
  const hasLink = linkPreview !== undefined || entities?.some(({ type }) => type === 'link');
  const kinds = new Set<PostKind>();
  // "Channel created" are words of Telegram's, not of the channel's (captured).
  if (text !== undefined && !isService) kinds.add('text');
  for (const { kind } of media) kinds.add(kind);
  if (media.length > 1) kinds.add('album');
  if (poll) kinds.add('poll');
  if (hasLink) kinds.add('link');
  if (isService) kinds.add('service');
  // The notice stands hidden in many posts; it is all there is in those that the web cannot show (captured).
  if (kinds.size === 0 && post.querySelector('.message_media_not_supported')) kinds.add('unavailable');
  return [...kinds];
}
