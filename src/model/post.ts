/**
 * A post as plain data: what `telegram/` reads from a page and everything else works on.
 *
 * Text is NFC with `\n` line breaks; offsets are UTF-16 units into it; times are epoch milliseconds UTC.
 * A field that the page did not show is absent, which is not the same as empty.
 * The limits are far above what Telegram allows: they only stop a hostile page from filling the disk.
 */
import * as v from 'valibot';
import { pageTypes } from './page.ts';

/** Half of a surrogate pair cannot be written as UTF-8: it would come back from an export as something else. */
const wellFormed = v.transform((text: string) => text.toWellFormed());
const shortText = v.pipe(v.string(), v.maxLength(1_000), wellFormed);
const longText = v.pipe(v.string(), v.maxLength(100_000), wellFormed);
const url = v.pipe(v.string(), v.maxLength(4_000), wellFormed);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Seconds or pixels. Finite, since JSON knows no infinity. */
const size = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Up to the year 9999: what ISO 8601 can write, so that no page can make an export fail. */
export const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(Date.UTC(9999, 11, 31, 23, 59, 59, 999)));

/** A channel's public name as Telegram writes it, without `@`. Compare with `handleKey`. */
export const Handle = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,64}$/));

/** Number of a post within its channel. */
export const PostId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Telegram's number of the channel (a Bot API id without its `-100`). It survives a rename of the handle. */
export const TelegramId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What names a post on any page that shows it. */
export const PostKey = v.object({
  handle: Handle,
  postId: PostId,
  telegramId: v.exactOptional(TelegramId),
  /** Ids of all members of an album, the first of which is the post's; any of them means the post. */
  memberIds: v.exactOptional(v.pipe(v.array(PostId), v.maxLength(100))),
});
export type PostKey = v.InferOutput<typeof PostKey>;

export const entityTypes = [
  'bold', 'italic', 'underline', 'strikethrough', 'code', 'pre', 'spoiler', 'blockquote', 'link', 'mention', 'hashtag',
] as const;

/** A formatted stretch of the text, `start` to `end` (exclusive). `url` on links, mentions and hashtags. */
export const Entity = v.object({
  type: v.picklist(entityTypes),
  start: offset,
  end: offset,
  url: v.exactOptional(url),
});
export type Entity = v.InferOutput<typeof Entity>;

export const mediaKinds = [
  'photo', 'video', 'animation', 'round', 'voice', 'audio', 'document', 'sticker',
  'location', 'contact', 'game', 'invoice',
] as const;

/** One picture, file or other attachment. Durations in seconds, sizes in CSS pixels of the page's layout. */
export const Media = v.object({
  kind: v.picklist(mediaKinds),
  duration: v.exactOptional(size),
  width: v.exactOptional(size),
  height: v.exactOptional(size),
  title: v.exactOptional(shortText),
  extra: v.exactOptional(shortText),
  /** Where a location is. */
  url: v.exactOptional(url),
});
export type Media = v.InferOutput<typeof Media>;

/**
 * What a post is made of, for filters: its media kinds and more.
 * `album`: several media in one post. `unavailable`: of the post, or of a part of it, the page shows only "open in
 * Telegram".
 */
export const postKinds = ['text', ...mediaKinds, 'album', 'poll', 'link', 'service', 'unavailable'] as const;
export type PostKind = (typeof postKinds)[number];

export const Post = v.object({
  ...PostKey.entries,
  kinds: v.pipe(v.array(v.picklist(postKinds)), v.maxLength(postKinds.length)),
  text: v.exactOptional(longText),
  entities: v.exactOptional(v.pipe(v.array(Entity), v.maxLength(5_000))),
  channelTitle: v.exactOptional(shortText),
  signature: v.exactOptional(shortText),
  forwardedFrom: v.exactOptional(v.object({
    name: shortText,
    url: v.exactOptional(url),
    signature: v.exactOptional(shortText),
  })),
  replyTo: v.exactOptional(v.object({
    author: v.exactOptional(shortText),
    text: v.exactOptional(shortText),
    url: v.exactOptional(url),
  })),
  viaBot: v.exactOptional(shortText),
  publishedAt: v.exactOptional(Time),
  edited: v.exactOptional(v.literal(true)),
  media: v.exactOptional(v.pipe(v.array(Media), v.maxLength(100))),
  linkPreview: v.exactOptional(v.object({
    url,
    siteName: v.exactOptional(shortText),
    title: v.exactOptional(shortText),
    description: v.exactOptional(longText),
  })),
  poll: v.exactOptional(v.object({
    question: shortText,
    type: v.exactOptional(shortText),
    options: v.pipe(v.array(shortText), v.maxLength(100)),
  })),
  /** A bot's, below the post. */
  buttons: v.exactOptional(v.pipe(v.array(v.object({ text: shortText, url: v.exactOptional(url) })), v.maxLength(100))),
});
export type Post = v.InferOutput<typeof Post>;

/** The circumstances in which a post was seen. Views and reactions are kept raw ("1.2K"), as the page wrote them. */
export const Sighting = v.object({
  at: Time,
  /** Telegram's own clock, from `data-view`, when the page still carried it. */
  serverTime: v.exactOptional(Time),
  url: v.pipe(url, v.url()),
  page: v.picklist(pageTypes),
  views: v.exactOptional(shortText),
  reactions: v.exactOptional(v.pipe(
    v.array(v.object({ emoji: v.exactOptional(shortText), count: shortText, paid: v.exactOptional(v.literal(true)) })),
    v.maxLength(100),
  )),
});
export type Sighting = v.InferOutput<typeof Sighting>;
