/** What a post is made of. */
import type { Post, PostKind } from '../model/post.ts';

export function kindsOf(post: Element, { text, entities, media = [], poll, linkPreview }: Omit<Post, 'kinds'>): PostKind[] {
  const isService = post.matches('.service_message');
  // The words of a service message may link to those whom they name (captured).
  const hasLink = linkPreview !== undefined || (!isService && entities?.some(({ type }) => type === 'link'));
  const kinds = new Set<PostKind>();
  // "Channel created" are words of Telegram's, not of the channel's (captured).
  if (text !== undefined && !isService) kinds.add('text');
  for (const { kind } of media) kinds.add(kind);
  if (media.length > 1) kinds.add('album');
  if (poll) kinds.add('poll');
  if (hasLink) kinds.add('link');
  if (isService) kinds.add('service');
  if (isUnavailable(post, kinds.size === 0)) kinds.add('unavailable');
  return [...kinds];
}

/**
 * The notice "open Telegram to view this post" stands hidden in many posts, in players and as a part's alternative, for
 * which a sticker has it beside it. It counts where it is a part of its own, and where it is all there is (all captured).
 */
function isUnavailable(post: Element, nothingElse: boolean): boolean {
  const notice = '.message_media_not_supported_wrap';
  const ofItsOwn = `:scope > .tgme_widget_message_bubble > ${notice}:not(.media_not_supported_cont)`;
  return post.querySelector(nothingElse ? notice : ofItsOwn) !== null;
}
