/** Who speaks in a post. */
import type { Post } from '../model/post.ts';
import { compact } from './compact.ts';
import { destination } from './links.ts';
import { part } from './parts.ts';
import { lineOf } from './text.ts';

const ownerName = '.tgme_widget_message_owner_name';

/** Not alone by its class: the text of a service message may begin with such a name, too (captured). */
const authorName = '.tgme_widget_message_author .tgme_widget_message_author_name';

/**
 * The channel's name above the post (captured on every post), in a group after its author's, "Ann in Garden". A group
 * that speaks itself has its name where authors have theirs (both captured).
 */
export function readChannelTitle(post: Element): string | undefined {
  return lineOf(part(post, ownerName) ?? part(post, authorName));
}

/** The author's name in the last line, in a group above the post (both captured). */
export function readSignature(post: Element): string | undefined {
  return lineOf(part(post, '.tgme_widget_message_from_author') ?? (part(post, ownerName) && part(post, authorName)));
}

/** A link to the original post or to a person, or a bare name when its author is hidden or private (all captured). */
export function readForwardedFrom(post: Element): Post['forwardedFrom'] {
  const author = part(post, '.tgme_widget_message_forwarded_from_name');
  const name = lineOf(author);
  if (author === undefined || name === undefined) return undefined;
  return compact<NonNullable<Post['forwardedFrom']>>({
    name,
    url: destination(author),
    // Documented only.
    signature: lineOf(part(post, '.tgme_widget_message_forwarded_from_author')),
  });
}

/** The quoted post: a text, cut short by Telegram, or words such as "Video" (both captured). */
export function readReplyTo(post: Element): Post['replyTo'] {
  const reply = post.querySelector('.tgme_widget_message_reply');
  if (reply === null) return undefined;
  return compact<NonNullable<Post['replyTo']>>({
    author: lineOf(reply.querySelector('.tgme_widget_message_author_name')),
    text: lineOf(reply.querySelector('.tgme_widget_message_text, .tgme_widget_message_metatext')),
    url: destination(reply),
  });
}

/** "@name" of the bot through which it was written (documented only). */
export function readViaBot(post: Element): string | undefined {
  return lineOf(part(post, '.tgme_widget_message_via_bot'));
}
