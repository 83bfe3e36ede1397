/** What kind of Telegram page this is. */
import type { NoPostsReason, PageType } from '../model/page.ts';
import { parseUrl } from './address.ts';
import { findPosts } from './find.ts';

/**
 * Each by a part that only it has (captured, of the widget of a discussion but one, of 2022). A post landing
 * shows the post in a frame; one whose post has no preview lacks the frame (documented only) but names the post to
 * the app all the same.
 */
export function pageType(document: Document): PageType {
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  if (has('.tgme_channel_history')) return 'feed';
  if (has('body.body_widget_post')) return 'embed';
  if (has('body.body_widget_discussion')) return 'discussion';
  if (has('.tgme_page_widget, meta[property="al:ios:url"][content*="post="]')) return 'post-landing';
  return has('.tgme_page') ? 'profile-landing' : 'other';
}

/**
 * Why the page shows no posts; `undefined` when it does. Pages of groups, users, bots and free names differ in words
 * only, so that they are told apart from one another by nothing that will last.
 */
export function noPostsReason(document: Document): NoPostsReason | undefined {
  if (findPosts(document).length > 0) return undefined;
  switch (pageType(document)) {
    case 'feed':
      return parseUrl(document.URL)?.searchParams.get('q') ? 'empty-search' : 'empty-feed';
    case 'embed':
      return document.querySelector('.tgme_widget_message_error') ? 'missing-post' : 'other';
    case 'post-landing':
      return document.querySelector('.tgme_page_widget') ? 'post-landing' : 'no-preview';
    // "Preview channel" links to the feed, in 2021 as in 2026; groups, users, bots and free names lack it (captured).
    case 'profile-landing':
      return document.querySelector('.tgme_page a[href^="/s/"]') ? 'channel-landing' : 'no-preview';
    case 'discussion':
      return 'comments';
    case 'other':
      return 'other';
  }
}

/** Feeds and landings mark `html` (captured), embeds `body` (documented only). */
export function pageTheme(document: Document): 'light' | 'dark' {
  return document.querySelector('html.theme_dark, body.dark') ? 'dark' : 'light';
}
