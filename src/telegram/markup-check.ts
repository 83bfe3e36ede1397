/** Whether a page still is what the reader takes it for, so that a change of Telegram's markup does not lose fields unseen. */
import type { MarkupFact } from '../model/page.ts';
import type { Post } from '../model/post.ts';
import { parseUrl } from './address.ts';
import { findPosts, postSelector } from './find.ts';
import { bubbleOf } from './mount.ts';
import { pageType } from './page.ts';
import { readPost } from './post.ts';

/** As many posts as tell enough: a field that none of them has is gone. */
const enough = 50;

/**
 * The facts that no longer hold on a page that has been parsed to its end: those that every post of its type is known to
 * have (captured on 139 of 139), when none has them.
 */
export function brokenFacts(document: Document): MarkupFact[] {
  switch (pageType(document)) {
    case 'feed':
    case 'embed': return brokenAmongPosts(document);
    // Whatever stands at a feed's address is one: all that have none are redirected to their landing (documented only).
    case 'other': return /^\/s\/./.test(parseUrl(document.URL)?.pathname ?? '') ? ['history'] : [];
    default: return [];
  }
}

function brokenAmongPosts(document: Document): MarkupFact[] {
  const history = document.querySelector('.tgme_channel_history');
  const found = findPosts(document).slice(0, enough);
  if (found.length === 0) return brokenWithoutPosts(history ?? document.body);
  const posts = found.map(readPost).filter((post) => post !== undefined);
  const lacking = (has: (post: Post) => unknown): boolean => !posts.some(has);
  const broken: [MarkupFact, boolean][] = [
    ['authors', lacking((post) => post.channelTitle)],
    ['dates', lacking((post) => post.publishedAt)],
    // Embeds of 2018 had none (captured).
    ['bubbles', history !== null && !found.some(bubbleOf)],
    ['contents', lacking((post) => post.kinds.length)],
  ];
  return broken.flatMap(([fact, is]) => (is ? [fact] : []));
}

/**
 * A feed in which nothing was found says so, as does an embed of a post that is gone, in an element like a post
 * (both captured).
 */
function brokenWithoutPosts(place: Element): MarkupFact[] {
  if (place.querySelector('.tme_no_messages_found, .tgme_widget_message_error')) return [];
  if (place.querySelector(postSelector)) return ['names'];
  return place.textContent.trim() === '' ? [] : ['posts'];
}
