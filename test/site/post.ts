/** One post as HTML, the same in feeds and embeds but for what the comments name. */
import { messageIds, type Channel, type PostSpec } from './channel.ts';
import { renderFooter, renderKeyboard, renderLinkPreview, renderPoll, renderReactions } from './extras.ts';
import { html, nothing, raw, type Html } from './html.ts';
import { notSupported, renderAlbum, renderMedia } from './media.ts';
import { renderAuthor, renderForward, renderReply, renderUserPhoto } from './origin.ts';
import { renderText } from './text.ts';

export interface PostContext {
  readonly channel: Channel;
  readonly embed: boolean;
  /** The server's clock, epoch milliseconds: it goes into `data-view`. */
  readonly now: number;
}

export function renderPost(post: PostSpec, context: PostContext): Html {
  const { channel, embed } = context;
  const url = `https://t.me/${channel.handle}/${post.id}`;
  const footer = renderFooter(post, url, embed ? channel.handle : undefined);
  const reactions = post.reactions ? renderReactions(post.reactions) : nothing;
  return html`<div class="tgme_widget_message text_not_supported_wrap${classes(post)} js-widget_message" ${identity(post, context)}>
  ${renderUserPhoto(channel)}
  <div class="tgme_widget_message_bubble">
    ${embed ? html`<a class="tgme_widget_message_bubble_logo" href="//core.telegram.org/widgets"></a>` : nothing}
    ${tail}
    ${renderAuthor(channel, post, embed)}
${renderForward(post)}
${renderReply(post)}
${body(post, url)}
${post.round ? html`${footer}${reactions}` : html`${reactions}${footer}`}
  </div>
  ${post.keyboard ? renderKeyboard(post.keyboard, url) : nothing}
</div>`;
}

function classes(post: PostSpec): string {
  if (post.service) return ' service_message';
  if (post.round) return ' roundvideo_media no_bubble';
  if (post.sticker) return ' sticker_media no_bubble';
  return ' user-color-default';
}

function identity(post: PostSpec, { channel, embed, now }: PostContext): Html {
  const name = `${channel.handle}/${post.id}`;
  const view = {
    c: -channel.telegramId,
    p: post.album && messageIds(post).length > 1 ? `${post.id}g` : post.id,
    t: Math.floor(now / 1000),
    h: digest(name),
  };
  const dataView = btoa(JSON.stringify(view)).replace(/=+$/, '');
  const peer = html` data-peer="c${channel.telegramId}_-${String(channel.telegramId).repeat(2)}" data-peer-hash="${digest(channel.handle)}" data-post-id="${post.id}"`;
  return html`data-post="${name}" data-view="${dataView}"${embed ? peer : nothing}`;
}

/** Eighteen hexadecimal digits that look like a signature. */
function digest(text: string): string {
  let hash = 0n;
  for (const character of text) hash = BigInt.asUintN(72, hash * 1_099_511_628_211n + BigInt(character.codePointAt(0) ?? 0));
  return hash.toString(16).padStart(18, '0');
}

function body(post: PostSpec, url: string): Html {
  if (post.unavailable) return notSupported('Please open Telegram to view this post', url);
  const preview = post.linkPreview ? renderLinkPreview(post.linkPreview, post.id) : nothing;
  const above = post.linkPreview?.above;
  const poll = post.poll ? renderPoll(post.poll, url) : nothing;
  return html`${above ? preview : nothing}${post.album ? albumWithText(post, post.album, url) : mediaWithText(post, url)}${poll}${above ? nothing : preview}`;
}

function mediaWithText(post: PostSpec, url: string): Html {
  const inner = html`${renderMedia(post, url)}${post.text === undefined ? nothing : textBox(renderText(post.text))}`;
  return hasCustomEmoji(post) ? withNotice(inner, url) : inner;
}

/** An album's caption is wrapped twice, unless custom emoji put all of it into containers of their own: so are the real pages. */
function albumWithText(post: PostSpec, members: NonNullable<PostSpec['album']>, url: string): Html {
  const album = renderAlbum(members, url.slice(0, url.lastIndexOf('/')));
  if (post.text === undefined) return album;
  const text = textBox(renderText(post.text));
  if (!hasCustomEmoji(post)) return html`${album}${textBox(text)}`;
  return withNotice(html`<div class="tgme_widget_message_one_media js-message_media">${withNotice(html`${album}${text}`, `${url}?single`)}</div>`, url);
}

function textBox(content: Html): Html {
  return html`<div class="tgme_widget_message_text js-message_text" dir="auto">${content}</div>`;
}

/** The real thing, followed by the notice that takes its place where custom emoji cannot be drawn. */
function withNotice(content: Html, url: string): Html {
  return html`<div class="media_supported_cont">${content}</div><div class="media_not_supported_cont">${notSupported('Please open Telegram to view this post', url)}</div>`;
}

function hasCustomEmoji({ text }: PostSpec): boolean {
  return /\{[^}\s]+\}/u.test(text ?? '');
}

const tail = raw('<i class="tgme_widget_message_bubble_tail"><svg class="bubble_icon" width="9px" height="20px" viewBox="0 0 9 20"><path class="background" d="M9 1H2Q0 1 1 3Q7 8 8 20H9z"/></svg></i>');
