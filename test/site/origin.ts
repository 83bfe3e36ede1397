/** Whose post it is, where it comes from and what it answers. */
import type { Channel, PostSpec } from './channel.ts';
import { html, nothing, type Html } from './html.ts';
import { avatar, scene, tintNumber } from './pictures.ts';
import { renderText } from './text.ts';

export function renderUserPhoto(channel: Channel, { author }: Pick<PostSpec, 'author'>): Html {
  if (author) return html`<div class="tgme_widget_message_user"><i class="tgme_widget_message_user_photo bgcolor${tintNumber(author.name.length)}" data-content="${author.name.slice(0, 1)}"></i></div>`;
  return html`<div class="tgme_widget_message_user"><a href="https://t.me/${channel.handle}"><i class="tgme_widget_message_user_photo bgcolor${tintNumber(channel.telegramId)}" data-content="${channel.title.slice(0, 1)}"><img src="${avatar(channel.telegramId)}"></i></a></div>`;
}

/** The verified mark stands here in embeds only; the bot by which it was written, in the next line when that tells of a forward. */
export function renderAuthor(channel: Channel, post: PostSpec, embed: boolean): Html {
  const url = `https://t.me/${channel.handle}`;
  const owner = html`<a class="tgme_widget_message_owner_name" href="${url}"><span dir="auto">${channel.title}</span></a>`;
  if (post.author) return html`<div class="tgme_widget_message_author accent_color">${person(post.author)}${viaBot(post)}&nbsp;in&nbsp;${owner}</div>`;
  const labels = embed && channel.verified
    ? html`<a class="tgme_widget_message_owner_labels" href="${url}"><i class="verified-icon"> ✔</i></a>`
    : nothing;
  return html`<div class="tgme_widget_message_author accent_color">${owner}${labels}${post.forwardedFrom ? nothing : viaBot(post)}</div>`;
}

/** A person in a group. Who has no handle, or no account any more, has no link. */
export function person({ name, url }: NonNullable<PostSpec['author']>): Html {
  const shown = html`<span dir="auto">${name}</span>`;
  return url === undefined
    ? html`<span class="tgme_widget_message_author_name">${shown}</span>`
    : html`<a class="tgme_widget_message_author_name" href="${url}">${shown}</a>`;
}

function viaBot({ viaBot }: PostSpec): Html {
  return viaBot ? html`&nbsp;via&nbsp;<a class="tgme_widget_message_via_bot" href="https://t.me/${viaBot}">@${viaBot}</a>` : nothing;
}

export function renderForward(post: PostSpec): Html {
  const { forwardedFrom: from } = post;
  if (!from) return nothing;
  const name = html`<span dir="auto">${from.name}</span>`;
  const link = from.url
    ? html`<a class="tgme_widget_message_forwarded_from_name" href="${from.url}">${name}</a>`
    : html`<span class="tgme_widget_message_forwarded_from_name">${name}</span>`;
  const author = from.signature ? html`&nbsp;(<span class="tgme_widget_message_forwarded_from_author">${from.signature}</span>)` : nothing;
  return html`<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;${link}${author}${viaBot(post)}</div>`;
}

export function renderReply({ replyTo: reply }: PostSpec): Html {
  if (!reply) return nothing;
  const quote = reply.media
    ? html`<div class="tgme_widget_message_metatext js-message_reply_text" dir="auto">${reply.media}</div>`
    : html`<div class="tgme_widget_message_text js-message_reply_text" dir="auto">${reply.text ? renderText(reply.text) : nothing}</div>`;
  // The stray quotation mark is Telegram's: it makes an attribute named `"`, which copying code stumbles over.
  return html`<a class="tgme_widget_message_reply user-color-default" href="${reply.url}" ">
  ${reply.thumb === undefined ? nothing : html`<i class="tgme_widget_message_reply_thumb" style="background-image:url('${scene(reply.thumb, 1)}')"></i>`}
  <div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">${reply.author}</span></div>
  ${quote}
</a>`;
}
