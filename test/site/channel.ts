/**
 * The compact description from which all pages of the imitated t.me are made.
 *
 * `Markup` strings use the small language of `text.ts` (**bold**, [label](address), #tag …); plain words are fine too.
 */
import type { Markup } from './text.ts';

/** A channel, group or user: whatever a handle may name. Groups and users have no preview, so their posts are never shown. */
export interface Channel {
  readonly handle: string;
  title: string;
  readonly telegramId: number;
  /** `channel` unless told. */
  readonly kind?: 'channel' | 'group' | 'user';
  /** False for a channel whose preview is off or age-restricted: its feed redirects to the profile. */
  readonly preview?: false;
  readonly verified?: true;
  description?: Markup;
  /** As the page writes it: "12.4K". */
  readonly subscribers?: string;
  /** Messages on a page and in what it loads more of; Telegram's twenty unless told. */
  readonly pageLength?: number;
  /** Ascending by id. Gaps are normal. Tests may add, change and remove posts at run time. */
  posts: PostSpec[];
}

/** One post. What is left out is not shown. */
export interface PostSpec {
  readonly id: number;
  /** ISO 8601 with seconds, UTC: "2026-03-09T07:15:00Z". */
  date: string;
  text?: Markup;
  service?: true;
  /** "Please open Telegram to view this post" and nothing else. */
  unavailable?: true;

  photo?: PhotoSpec;
  /** All members, the first of which has the post's own id. */
  album?: readonly AlbumMember[];
  video?: VideoSpec;
  /** Duration of a round video. */
  round?: string;
  /** Duration of a voice message. */
  voice?: string;
  sticker?: Picture;
  document?: DocumentSpec;
  location?: { title: string; address: string };
  contact?: { name: string; phone: string };
  poll?: PollSpec;
  linkPreview?: LinkPreviewSpec;

  /** Without `url` it is a hidden user or a channel without a handle. */
  forwardedFrom?: { name: string; url?: string; signature?: string };
  replyTo?: { url: string; author: string; text?: Markup; media?: string };
  viaBot?: string;
  signature?: string;
  edited?: true;
  /** As the page writes it: "1.2K". */
  views?: string;
  reactions?: readonly ReactionSpec[];
  /** Rows of button labels. */
  keyboard?: readonly (readonly string[])[];
}

/** Seed of a drawn picture. */
export type Picture = number;

export interface PhotoSpec {
  picture: Picture;
  /** Height by width; 0.66 unless told. */
  ratio?: number;
}

export interface VideoSpec {
  /** "1:24" */
  duration: string;
  gif?: true;
  tooBig?: true;
}

export interface AlbumMember {
  readonly id: number;
  video?: VideoSpec;
}

export interface DocumentSpec {
  name: string;
  /** Size, or the performer of a song. */
  extra: string;
  audio?: true;
}

export interface PollSpec {
  question: string;
  /** "Anonymous Poll" unless told. */
  type?: string;
  options: readonly { text: string; percent?: number }[];
  /** "746" */
  votes?: string;
}

export interface LinkPreviewSpec {
  url: string;
  siteName?: string;
  title?: string;
  description?: Markup;
  image?: 'large' | 'small';
  /** Placed before the text. */
  above?: true;
}

/** `emoji` is a character; `custom` the id of an animated one, of which the page shows no character; `paid` is a star. */
export type ReactionSpec =
  | { emoji: string; count: string }
  | { custom: string; count: string }
  | { paid: true; count: string };

/** Ids of all messages that a post stands for: one, or an album's members. */
export function messageIds(post: PostSpec): readonly number[] {
  return post.album?.map(member => member.id) ?? [post.id];
}

/** The post that a message id belongs to: its own, or the album's of which it is a member. */
export function findPost(channel: Channel, id: number): PostSpec | undefined {
  return channel.posts.find(post => messageIds(post).includes(id));
}

export function hasFeed(channel: Channel): boolean {
  return (channel.kind ?? 'channel') === 'channel' && channel.preview !== false;
}
