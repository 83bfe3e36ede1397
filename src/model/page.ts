/** Telegram's pages. Apart from `post.ts`, so that the content script's bundle stays free of schemas it does not need. */
export const pageTypes = ['feed', 'embed', 'discussion', 'post-landing', 'profile-landing', 'other'] as const;
export type PageType = (typeof pageTypes)[number];

/**
 * Why a Telegram page shows no posts.
 * `post-landing`: the post is in a frame of this page. `channel-landing`: the channel has a feed, at another address.
 * `no-preview`: Telegram shows this on the web to nobody; it may be a group, a person, a bot, a channel without preview
 * or a name that nobody has. `empty-search`, `empty-feed`: a feed with nothing in it. `missing-post`: an embed of a post
 * that was deleted or never was. `comments`: messages of a discussion, which are no posts of a channel.
 */
export const noPostsReasons = [
  'post-landing', 'channel-landing', 'no-preview', 'empty-search', 'empty-feed', 'missing-post', 'comments', 'other',
] as const;
export type NoPostsReason = (typeof noPostsReasons)[number];

/**
 * What Postil relies on in Telegram's markup and what every page of its type has, so that a page without it means that
 * Telegram changed its markup. `history`: the list of posts in a feed. `posts`: posts in it, or the words that there are
 * none. `names`: channel and number of each post. `channel-id`: Telegram's number of the channel. `authors`: who wrote.
 * `dates`: when. `bubbles`: the part that holds all that is seen. `contents`: anything that was said or shown.
 */
export const markupFacts = ['history', 'posts', 'names', 'channel-id', 'authors', 'dates', 'bubbles', 'contents'] as const;
export type MarkupFact = (typeof markupFacts)[number];
