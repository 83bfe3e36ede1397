/** The whole of a post, and the circumstances in which it was seen. */
import type { Post, Sighting } from '../model/post.ts';
import { bounded } from './bounded.ts';
import { compact } from './compact.ts';
import { readEdited, readPublishedAt, readReactions, readViews } from './footer.ts';
import { readPostKey, readServerTime } from './identity.ts';
import { readButtons } from './keyboard.ts';
import { kindsOf } from './kinds.ts';
import { readMedia } from './media.ts';
import { readMemberIds } from './members.ts';
import { readChannelTitle, readForwardedFrom, readReplyTo, readSignature, readViaBot } from './origin.ts';
import { pageType } from './page.ts';
import { readPoll } from './poll.ts';
import { readLinkPreview } from './preview.ts';
import { readText } from './text.ts';

/** To be raised with every change by which the same page reads differently, for captures are compared by version. */
export const readerVersion = 2;

export function readPost(element: Element): Post | undefined {
  const key = readPostKey(element);
  // Telegram puts no form into a post, and the fields of a form can shadow the methods we read it by.
  if (key === undefined || element.querySelector('form') !== null) return undefined;
  const post = bounded(element);
  const { text, entities } = readText(post, key.handle);
  const media = readMedia(post);
  const content = compact<Omit<Post, 'kinds'>>({
    handle: key.handle,
    postId: key.postId,
    telegramId: key.telegramId,
    memberIds: readMemberIds(post, key.postId),
    text: text || undefined,
    entities: entities.length > 0 ? entities : undefined,
    channelTitle: readChannelTitle(post),
    signature: readSignature(post),
    forwardedFrom: readForwardedFrom(post),
    replyTo: readReplyTo(post),
    viaBot: readViaBot(post),
    publishedAt: readPublishedAt(post),
    edited: readEdited(post),
    media: media.length > 0 ? media : undefined,
    linkPreview: readLinkPreview(post),
    poll: readPoll(post),
    buttons: readButtons(post),
  });
  return { ...content, kinds: kindsOf(post, content) };
}

export function readSighting(post: Element, document: Document, now: number): Sighting {
  return compact<Sighting>({
    at: now,
    serverTime: readServerTime(post),
    url: document.URL.slice(0, 4_000),
    page: pageType(document),
    views: readViews(post),
    reactions: readReactions(post),
  });
}
