/** What may stand below (or above) a post's text: link preview, poll, reactions, buttons, and the footer. */
import type { LinkPreviewSpec, PollSpec, PostSpec, ReactionSpec } from './channel.ts';
import { html, nothing, type Html } from './html.ts';
import { scene } from './pictures.ts';
import { emoji, renderText } from './text.ts';

export function renderLinkPreview(preview: LinkPreviewSpec, picture: number): Html {
  const { url, siteName, title, description, image } = preview;
  const large = image === 'large' ? html`<i class="link_preview_image" style="background-image:url('${scene(picture, 0.53)}');padding-top:53%"></i>` : nothing;
  const player = image === 'video' || image === 'embed' ? previewPlayer(image, picture) : nothing;
  const small = image === 'small' ? html`<i class="link_preview_right_image" style="background-image:url('${scene(picture, 1)}')"></i>` : nothing;
  return html`<a class="tgme_widget_message_link_preview" href="${url}">
  ${small}
  ${siteName ? html`<div class="link_preview_site_name accent_color" dir="auto">${siteName}</div>` : nothing}
  ${large}${player}
  ${title ? html`<div class="link_preview_title" dir="auto">${title}</div>` : nothing}
  ${description ? html`<div class="link_preview_description" dir="auto">${renderText(description)}</div>` : nothing}
</a>`;
}

function previewPlayer(kind: 'video' | 'embed', picture: number): Html {
  const thumb = html`<i class="link_preview_video_thumb" style="background-image:url('${scene(picture, 0.5625)}')"></i>`;
  if (kind === 'embed') return html`<div class="link_preview_embed_wrap" style="padding-top:56.25%">${thumb}</div>`;
  return html`<div class="link_preview_video_player js-message_video_player">
    ${thumb}
    <div class="link_preview_video_wrap" style="padding-top:56.25%"><video class="link_preview_video js-message_video" src="/file/${picture}.mp4?token=${picture * 7919}" preload="none" width="100%" height="100%"></video></div>
    <div class="message_video_play js-message_video_play"></div>
    <time class="message_video_duration js-message_video_duration">1:59</time>
  </div>`;
}

export function renderPoll({ question, type = 'Anonymous Poll', multiple, options, votes }: PollSpec, url: string): Html {
  const rows = options.map(({ text, percent }, i) => {
    const share = percent === undefined
      ? html`<div class="tgme_widget_message_poll_option_radio"></div>`
      : html`<div class="tgme_widget_message_poll_option_percent">${percent}%</div>`;
    const bar = percent === undefined ? nothing : html`<div class="tgme_widget_message_poll_option_bar" style="width:${percent}%"></div>`;
    return html`<div class="tgme_widget_message_poll_option js-poll_option" data-value="${i}">${share}<div class="tgme_widget_message_poll_option_value"><div class="tgme_widget_message_poll_option_text" dir="auto">${text}</div>${bar}</div></div>`;
  });
  return html`<div class="tgme_widget_message_poll js-poll${multiple ? ' multiple' : ''}">
  <div class="tgme_widget_message_poll_question" dir="auto">${question}</div>
  <div class="tgme_widget_message_poll_type">${type}</div>
  <a href="${url}" class="tgme_widget_message_poll_options">${rows}</a>
  ${votes ? html`<div class="tgme_widget_message_poll_votes">${votes} votes</div>` : nothing}
</div>`;
}

export function renderReactions(reactions: readonly ReactionSpec[]): Html {
  return html`<div class="tgme_widget_message_reactions js-message_reactions">${reactions.map(reaction)}</div>`;
}

function reaction(spec: ReactionSpec): Html {
  if ('paid' in spec) return html`<span class="tgme_reaction tgme_reaction_paid"><i class="icon icon-telegram-stars"></i>${spec.count}</span>`;
  const sign = 'emoji' in spec ? emoji(spec.emoji) : html`<tg-emoji emoji-id="${spec.custom}"></tg-emoji>`;
  return html`<span class="tgme_reaction">${sign}${spec.count}</span>`;
}

export function renderKeyboard(rows: readonly (readonly string[])[], url: string): Html {
  return html`<div class="tgme_widget_message_inline_keyboard">${rows.map(row =>
    html`<div class="tgme_widget_message_inline_row">${row.map(label =>
      html`<a class="tgme_widget_message_inline_button url_button" href="${url}"><span class="tgme_widget_message_inline_button_text" dir="auto">${label}</span></a>`)}</div>`)}</div>`;
}

/** `handle` is told in embeds, which show the post's address at the left. */
export function renderFooter(post: PostSpec, url: string, handle: string | undefined): Html {
  const time = new Date(post.date);
  const [day, clock] = [dayText(time), time.toISOString().slice(11, 16)];
  const iso = time.toISOString().replace('.000Z', '+00:00');
  const stamp = handle
    ? html`<time datetime="${iso}" class="datetime">${day} at ${clock}</time>`
    : html`<time datetime="${iso}" class="time">${clock}</time>`;
  const views = post.views ? html`<span class="tgme_widget_message_views">${post.views}</span><span class="copyonly"> views</span>` : nothing;
  const signature = post.signature ? html`<span class="tgme_widget_message_from_author" dir="auto">${post.signature}</span>,&nbsp;` : nothing;
  const link = handle
    ? html`<div class="tgme_widget_message_link accent_color"><a href="${url}" class="link_anchor flex_ellipsis"><span class="ellipsis">t.me/${handle}</span>/${post.id}</a></div>`
    : nothing;
  return html`<div class="tgme_widget_message_footer${handle ? '' : ' compact'} js-message_footer">
  ${link}
  <div class="tgme_widget_message_info${handle ? '' : ' short'} js-message_info">
    ${views}<span class="tgme_widget_message_meta">${signature}${post.edited ? html`edited &nbsp;` : nothing}<a class="tgme_widget_message_date" href="${url}">${stamp}</a></span>
  </div>
</div>`;
}

function dayText(time: Date): string {
  return time.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
}
