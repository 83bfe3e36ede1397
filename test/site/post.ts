/** One post as HTML, the same in feeds and embeds but for what the comments name. */
import { renderAttachments, renderDocuments } from './attachments.ts';
import type { AlbumMember, Channel, PostSpec } from './channel.ts';
import { has } from './era.ts';
import { renderFooter, renderKeyboard, renderLinkPreview, renderPoll, renderReactions } from './extras.ts';
import { html, nothing, raw, type Html } from './html.ts';
import { identity, type PostContext } from './identity.ts';
import { notSupported, renderAlbum, renderMedia } from './media.ts';
import { renderAuthor, renderForward, renderReply, renderUserPhoto } from './origin.ts';
import { scene } from './pictures.ts';
import { isDrawnByScript, renderSticker } from './stickers.ts';
import { renderText, textBox } from './text.ts';

export function renderPost(post: PostSpec, context: PostContext): Html {
  const { channel, embed } = context;
  const url = `https://t.me/${channel.handle}/${post.id}`;
  const footer = renderFooter(post, url, embed ? channel.handle : undefined);
  const reactions = post.reactions && has(channel, 'reactions') ? renderReactions(post.reactions) : nothing;
  const rendered = html`<div class="tgme_widget_message${classes(post, channel)} js-widget_message" ${identity(post, context)}>
  ${renderUserPhoto(channel, post)}
  <div class="tgme_widget_message_bubble">
    ${embed ? html`<a class="tgme_widget_message_bubble_logo" href="//core.telegram.org/widgets"></a>` : nothing}
    ${tail}
    ${renderAuthor(channel, post, embed)}
${renderForward(post)}
${renderReply(post)}
${body(post, channel, url)}
${post.round ? html`${footer}${reactions}` : html`${reactions}${footer}`}
  </div>
  ${post.keyboard ? renderKeyboard(post.keyboard, url) : nothing}
</div>`;
  return has(channel, 'names') ? rendered : asIn2018(rendered);
}

function classes(post: PostSpec, channel: Channel): string {
  const wrapped = has(channel, 'wrappedText') ? ' text_not_supported_wrap' : '';
  if (post.service) return `${wrapped} service_message${post.servicePhoto === undefined ? '' : ' service_message_photo'}`;
  if (post.round) return `${wrapped} roundvideo_media no_bubble`;
  if (post.sticker) return `${wrapped} sticker_media no_bubble`;
  return has(channel, 'userColors') ? `${wrapped} user-color-${post.userColor ?? 'default'}` : wrapped;
}

function body(post: PostSpec, channel: Channel, url: string): Html {
  if (post.unavailable || post.appOnly) return notSupported('Please open Telegram to view this post', url);
  const preview = post.linkPreview ? renderLinkPreview(post.linkPreview, post.id) : nothing;
  const above = post.linkPreview?.above;
  const poll = post.poll ? renderPoll(post.poll, url) : nothing;
  return html`${above ? preview : nothing}${mediaWithText(post, channel, url)}${poll}${above ? nothing : preview}`;
}

function mediaWithText(post: PostSpec, channel: Channel, url: string): Html {
  const channelUrl = url.slice(0, url.lastIndexOf('/'));
  const text = post.text === undefined ? nothing : textBox(renderText(post.text));
  if (post.album) return albumWithText({ album: post.album, text, wrapping: wrapping(post, channel) }, url);
  if (post.documents) return renderDocuments(post.documents, channelUrl);
  const servicePhoto = post.servicePhoto === undefined
    ? nothing
    : html`<a class="tgme_widget_message_service_photo" href="${url}"><img src="${scene(post.servicePhoto, 1)}"></a>`;
  const sticker = post.sticker ? renderSticker(post.sticker) : nothing;
  const inner = html`${renderMedia(post, url)}${sticker}${renderAttachments(post, url)}${servicePhoto}${text}`;
  return wrapping(post, channel) === 'notice' ? withNotice(inner, url) : inner;
}

/** An album's caption stands in two containers, unless notices put all of it into containers of their own. */
function albumWithText({ album, text, wrapping: around }: { album: readonly AlbumMember[]; text: Html; wrapping: Wrapping }, url: string): Html {
  const tiles = renderAlbum(album, url.slice(0, url.lastIndexOf('/')));
  if (text === nothing) return tiles;
  switch (around) {
    case 'none': return html`${tiles}${text}`;
    case 'doubled': return html`${tiles}${textBox(text)}`;
    case 'notice': return withNotice(html`<div class="tgme_widget_message_one_media js-message_media">${withNotice(html`${tiles}${text}`, `${url}?single`)}</div>`, url);
  }
}

type Wrapping = 'none' | 'doubled' | 'notice';

function wrapping({ text, album, sticker }: PostSpec, channel: Channel): Wrapping {
  const isDrawn = /\{[^}\s]+\}/u.test(text ?? '') || (sticker !== undefined && isDrawnByScript(sticker));
  if (isDrawn && has(channel, 'fallbacks')) return 'notice';
  return album && has(channel, 'wrappedText') ? 'doubled' : 'none';
}

/** The real thing, followed by the notice that takes its place where custom emoji or stickers cannot be drawn. */
function withNotice(content: Html, url: string): Html {
  return html`<div class="media_supported_cont">${content}</div><div class="media_not_supported_cont">${notSupported('Please open Telegram to view this post', url)}</div>`;
}

/** Without what later scripts find things by, and without links on hashtags. */
function asIn2018({ html: rendered }: Html): Html {
  return raw(rendered
    .replace(/(?<=class="[^"]*) (?:js-[\w-]+|compact|short|accent_color|user-color-default)(?=[ "])/g, '')
    .replace(/<a href="\?q=[^"]*">([^<]*)<\/a>/g, '$1')
    .replaceAll('" ">', '">'));
}

const tail = raw('<i class="tgme_widget_message_bubble_tail"><svg class="bubble_icon" width="9px" height="20px" viewBox="0 0 9 20"><path class="background" d="M9 1H2Q0 1 1 3Q7 8 8 20H9z"/></svg></i>');
