/**
 * The compact description from which all pages of the imitated t.me are made.
 *
 * `Markup` strings use the small language of `text.ts` (**bold**, [label](address), #tag …); plain words are fine too.
 */
import { has, type Era } from './era.ts';
import type { Markup } from './text.ts';

/** Whatever a handle may name. Only channels have feeds; posts of groups are shown one by one, in embeds. */
export interface Channel {
  readonly handle: string;
  title: string;
  readonly telegramId: number;
  /** `channel` unless told. */
  readonly kind?: 'channel' | 'group' | 'user' | 'bot';
  /** False for a channel whose preview is off or age-restricted: its feed redirects to the profile. */
  readonly preview?: false;
  /** The year whose pages it has; 2026 unless told. */
  readonly era?: Era;
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
  /** The picture of "Channel photo updated". */
  servicePhoto?: Picture;
  /**
   * "Please open Telegram to view this post" and nothing else. So are giveaways, stories, paid media, checklists and
   * extended posts: Telegram has no markup for them.
   */
  unavailable?: true;
  /** The same, and neither an address of its own in the feed nor an embed: its landing has only a button for the app. */
  appOnly?: true;
  /** Who wrote it in a group; without `url` a person who has no handle, or "Deleted Account". */
  author?: { name: string; url?: string };
  /** Number of the channel's colour as of that post. */
  userColor?: number;

  photo?: PhotoSpec;
  /** All members, the first of which has the post's own id. */
  album?: readonly AlbumMember[];
  video?: VideoSpec;
  /** Duration of a round video. */
  round?: string;
  /** Duration of a voice message. */
  voice?: string;
  sticker?: StickerSpec;
  document?: DocumentSpec;
  /** Several files sent at once, each a message of its own, the first of which is the post. */
  documents?: readonly GroupedDocument[];
  /** A venue when it has a title, else just a place on the map. */
  location?: { title?: string; address?: string };
  contact?: { name: string; phone: string };
  game?: GameSpec;
  invoice?: InvoiceSpec;
  poll?: PollSpec;
  linkPreview?: LinkPreviewSpec;

  /** Without `url` it is a hidden user or a channel without a handle. */
  forwardedFrom?: { name: string; url?: string; signature?: string };
  replyTo?: { url: string; author: string; text?: Markup; media?: string; thumb?: Picture };
  viaBot?: string;
  signature?: string;
  edited?: true;
  /** As the page writes it: "1.2K". */
  views?: string;
  reactions?: readonly ReactionSpec[];
  /** Rows of button labels. */
  keyboard?: readonly (readonly string[])[];
  /** Its discussion, oldest first. */
  comments?: readonly CommentSpec[];
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

export interface GroupedDocument extends DocumentSpec {
  readonly id: number;
  caption?: Markup;
}

export interface StickerSpec {
  picture: Picture;
  /** A still picture unless told. */
  form?: 'animated' | 'video' | 'dice';
  /** Plays over the whole post when it is pressed. */
  effect?: true;
  /** The page's script cannot draw it in this browser, and shows a notice in its place. */
  undrawable?: true;
}

export interface GameSpec {
  title: string;
  text: string;
  picture: Picture;
}

export interface InvoiceSpec {
  title: string;
  description: string;
  /** "$4.00" */
  total: string;
  picture?: Picture;
}

/** A comment below a post, which only the discussion widget shows. */
export interface CommentSpec {
  readonly id: number;
  date: string;
  author: { name: string; url?: string };
  text: Markup;
  /** Id of another comment. */
  replyTo?: number;
  reactions?: readonly ReactionSpec[];
}

export interface PollSpec {
  question: string;
  /** "Anonymous Poll" unless told. */
  type?: string;
  /** Several answers may be chosen. */
  multiple?: true;
  options: readonly { text: string; percent?: number }[];
  /** "746" */
  votes?: string;
}

export interface LinkPreviewSpec {
  url: string;
  siteName?: string;
  title?: string;
  description?: Markup;
  /** `video` is a film of the linked page that can be played, `embed` a player of the linked site. */
  image?: 'large' | 'small' | 'video' | 'embed';
  /** Placed before the text. */
  above?: true;
}

/** `emoji` is a character; `custom` the id of an animated one, of which the page shows no character; `paid` is a star. */
export type ReactionSpec =
  | { emoji: string; count: string }
  | { custom: string; count: string }
  | { paid: true; count: string };

/** Ids of all messages that a post stands for: one, or those of its album or files. */
export function messageIds(post: PostSpec): readonly number[] {
  return (post.album ?? post.documents)?.map(member => member.id) ?? [post.id];
}

/** The post that a message id belongs to: its own, or the album's of which it is a member. */
export function findPost(channel: Channel, id: number): PostSpec | undefined {
  return channel.posts.find(post => messageIds(post).includes(id));
}

/** There was no such page in 2018. */
export function hasFeed(channel: Channel): boolean {
  return (channel.kind ?? 'channel') === 'channel' && channel.preview !== false && has(channel, 'feeds');
}

/** Whether its posts can be framed, one by one. */
export function hasEmbeds({ kind, preview }: Channel): boolean {
  return (kind === undefined || kind === 'channel' || kind === 'group') && preview !== false;
}
