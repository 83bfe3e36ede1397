/**
 * The comments on a post, for a frame on any site: `/NAME/ID?embed=1&discussion=1`. They look like posts, but none has
 * a name: no `data-post`, and the link on the date leads to the post that they are about.
 */
import type { Channel, CommentSpec, PostSpec } from './channel.ts';
import { renderDocument, scripts } from './document.ts';
import { renderReactions } from './extras.ts';
import { html, nothing, type Html } from './html.ts';
import { peer } from './identity.ts';
import { person } from './origin.ts';
import { renderText, textBox } from './text.ts';

/** How many are shown; the rest is behind "Show more". */
const shownAtOnce = 5;

export function renderDiscussion(channel: Channel | undefined, post: PostSpec | undefined): string {
  return renderDocument({
    title: 'Telegram Widget',
    bodyClass: 'widget_frame_base tgme_widget body_widget_discussion emoji_image nodark',
    head: html`<base target="_blank">
    <meta name="robots" content="noindex, nofollow" />`,
    body: html`${channel && post?.comments ? discussion(channel, post, post.comments) : unavailable}
    ${scripts.post}
    ${scripts.embed}
    <script>TWidgetPost.init();</script>`,
  });
}

function discussion(channel: Channel, post: PostSpec, comments: readonly CommentSpec[]): Html {
  const url = `https://t.me/${channel.handle}/${post.id}`;
  const shown = comments.slice(-shownAtOnce);
  const [first] = shown;
  const more = first && shown.length < comments.length
    ? html`<div class="tme_messages_more js-messages_more" data-before="${first.id}">Show more comments</div>`
    : nothing;
  return html`<div class="tgme_post_discussion_header_wrap">
  <h3 class="tgme_post_discussion_header"><span class="js-header">${comments.length} comments</span> on <a href="${url}">this post</a></h3>
</div>
<div class="tgme_post_discussion js-message_history">
  ${more}
  ${shown.map(comment => html`<div class="tgme_widget_message_wrap js-widget_message_wrap">${message(comment, comments, { channel, url })}</div>`)}
</div>`;
}

function message(comment: CommentSpec, all: readonly CommentSpec[], { channel, url }: { channel: Channel; url: string }): Html {
  const date = new Date(comment.date);
  const answered = all.find(({ id }) => id === comment.replyTo);
  const reply = answered
    ? html`<div class="tgme_widget_message_reply js-reply_to" data-reply-to="${answered.id}">
    <div class="tgme_widget_message_author accent_color">${person({ name: answered.author.name })}</div>
    <div class="tgme_widget_message_text js-message_reply_text" dir="auto">${renderText(answered.text)}</div>
  </div>`
    : nothing;
  return html`<div class="tgme_widget_message text_not_supported_wrap js-widget_message" ${peer(channel)} data-post-id="${comment.id}">
  <div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_author accent_color">${person(comment.author)}</div>
    ${reply}
    ${textBox(renderText(comment.text))}
    ${comment.reactions ? renderReactions(comment.reactions) : nothing}
    <div class="tgme_widget_message_footer js-message_footer"><div class="tgme_widget_message_info js-message_info"><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="${url}?comment=${comment.id}"><time datetime="${date.toISOString().replace('.000Z', '+00:00')}" class="datetime">${date.toISOString().slice(11, 16)}</time></a></span></div></div>
  </div>
</div>`;
}

const unavailable = html`<div class="tgme_post_discussion tgme_widget_messages_helper js-message_history"><div class="tgme_widget_message_wrap js-widget_message_wrap js-no_messages_wrap"><div class="tme_no_messages_found">Discussion is not available at the moment.</div></div></div>`;
