/** The preview of a channel, `/s/NAME` and its kin: as a page, and as the fragment that the page's script loads. */
import { messageIds, type Channel } from './channel.ts';
import { earlyTheme, openGraph, renderDocument, scripts, scriptValue } from './document.ts';
import { has } from './era.ts';
import { html, nothing, plainText, raw, type Html } from './html.ts';
import { pageOf, type Window } from './paging.ts';
import { avatar, tintNumber } from './pictures.ts';
import { renderPost } from './post.ts';
import { renderText } from './text.ts';

export interface FeedRequest {
  readonly channel: Channel;
  /** The handle as the address spells it, perhaps in another case than the channel's. */
  readonly name: string;
  readonly window: Window;
  readonly now: number;
}

export function renderFeed(request: FeedRequest): string {
  const { channel, name, window } = request;
  const { posts, before, after } = pageOf(channel, window);
  const last = channel.posts.at(-1);
  const newest = last ? messageIds(last).at(-1) ?? 0 : 0;
  const scrollTo = posts.find(post => window.context !== undefined && messageIds(post).includes(window.context));
  const options = {
    ...(scrollTo && { scrollToPost: `${channel.handle}/${scrollTo.id}` }),
    ...(has(channel, 'theme') ? {} : { light: true }),
  };
  return renderDocument({
    title: `${channel.title} – Telegram`,
    bodyClass: `widget_frame_base tgme_webpreview emoji_image thin_box_shadow ${has(channel, 'theme') ? 'tme_mode ' : ''}no_transitions`,
    head: html`${openGraph({ title: channel.title, description: plainText(renderText(channel.description ?? '')), appUrl: `tg://resolve?domain=${channel.handle}` })}
    ${before ? html`<link rel="prev" href="/s/${name}?before=${before}">` : nothing}
    ${after ? html`<link rel="next" href="/s/${name}?after=${after}">` : nothing}
    <link rel="canonical" href="/s/${name}?before=${newest + 1}">
    ${has(channel, 'theme') ? earlyTheme : nothing}`,
    body: html`    ${has(channel, 'theme') ? background : nothing}
    ${header(channel, name, window.query ?? '')}
<main class="tgme_main" data-url="/${name}">
  <div class="tgme_container">
    <section class="tgme_channel_history js-message_history">
      ${history(request, 'both')}
    </section>
  </div>
</main>
    ${scripts.post}
    ${scripts.feed}
    <script>TWeb.init(${scriptValue(options)});</script>`,
  });
}

const background = raw(`<div class="tgme_background_wrap">
      <canvas id="tgme_background" class="tgme_background" width="50" height="50"></canvas>
      <div class="tgme_background_pattern"></div>
    </div>`);

/** What the page's script gets when it asks for more: a JSON string that holds HTML. */
export function renderFeedFragment(request: FeedRequest): string {
  return JSON.stringify(history(request, request.window.after === undefined ? 'before' : 'after').html);
}

/** The posts, with the anchors for more at the ends that are asked for. */
function history({ channel, name, window, now }: FeedRequest, ends: 'both' | 'before' | 'after'): Html {
  const { posts, before, after } = pageOf(channel, window);
  if (posts.length === 0) {
    return html`<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tme_no_messages_found">No posts found</div></div>`;
  }
  const wraps = posts.map(post => html`<div class="tgme_widget_message_wrap js-widget_message_wrap">${renderPost(post, { channel, now, embed: false })}</div>`);
  const more = (end: 'before' | 'after', id: number | undefined) => {
    if (id === undefined) return nothing;
    const address = `/s/${name}?${window.query ? `q=${encodeURIComponent(window.query)}&` : ''}${end}=${id}`;
    const anchor = html`<a href="${address}" class="tme_messages_more js-messages_more" data-${end}="${id}"></a>`;
    return has(channel, 'moreWrap') ? html`<div class="tgme_widget_message_centered js-messages_more_wrap">${anchor}</div>` : anchor;
  };
  return html`${ends !== 'after' ? more('before', before) : nothing}${wraps}${ends !== 'before' ? more('after', after) : nothing}`;
}


function header(channel: Channel, name: string, query: string): Html {
  const url = `https://t.me/${channel.handle}`;
  const photo = html`<i class="tgme_page_photo_image bgcolor${tintNumber(channel.telegramId)}" data-content="${channel.title.slice(0, 1)}"><img src="${avatar(channel.telegramId)}"></i>`;
  const title = html`<span dir="auto">${channel.title}</span>`;
  const labels = channel.verified ? html`<i class="verified-icon"> ✔</i>` : nothing;
  return html`<header class="tgme_header search_collapsed">
  <div class="tgme_container">
    <div class="tgme_header_search">
      <form class="tgme_header_search_form" action="/s/${name}">
        <input class="tgme_header_search_form_input js-header_search" placeholder="Search" name="q" autocomplete="off" value="${query}" />
        ${has(channel, 'theme') ? html`<a href="/s/${name}" class="tgme_header_search_form_clear">${query ? '×' : nothing}</a>` : nothing}
      </form>
    </div>
    <div class="tgme_header_right_column">
      <section class="tgme_right_column">
        <div class="tgme_channel_info">
          <div class="tgme_channel_info_header">
            ${photo}
            <div class="tgme_channel_info_header_title_wrap">
              <div class="tgme_channel_info_header_title">${title}</div>
              <div class="tgme_channel_info_header_labels">${labels}</div>
            </div>
            <div class="tgme_channel_info_header_username"><a href="${url}">@${channel.handle}</a></div>
          </div>
          <div class="tgme_channel_info_counters">${counters(channel)}</div>
          ${channel.description ? html`<div class="tgme_channel_info_description">${renderText(channel.description)}</div>` : nothing}
          <a class="tgme_channel_download_telegram" href="//telegram.org/dl">Download Telegram</a>
          <div class="tgme_footer">${['About', 'Blog', 'Apps', 'Platform'].map(label =>
            html`<div class="tgme_footer_column"><h5><a href="//telegram.org/${label.toLowerCase()}">${label}</a></h5></div>`)}</div>
        </div>
      </section>
    </div>
    <div class="tgme_header_info">
      <a class="tgme_channel_join_telegram" href="//telegram.org/dl">Join</a>
      <a class="tgme_header_link" href="${url}">
        ${photo}
        <div class="tgme_header_title_wrap">
          <div class="tgme_header_title">${title}</div>
          <div class="tgme_header_labels">${labels}</div>
        </div>
        <div class="tgme_header_counter">${channel.subscribers ?? '1'} ${has(channel, 'subscribers') ? 'subscribers' : 'members'}</div>
      </a>
    </div>
  </div>
</header>`;
}

/** Kinds of which the channel has none are left out. */
function counters(channel: Channel): Html {
  const { posts, subscribers } = channel;
  const count = (has: (post: Channel['posts'][number]) => unknown) => posts.filter(has).length;
  const members = posts.flatMap(post => post.album ?? []);
  const counted: readonly (readonly [number, string])[] = [
    [count(post => post.photo) + members.filter(member => !member.video).length, 'photo'],
    [count(post => post.video ?? post.round) + members.filter(member => member.video).length, 'video'],
    [count(post => post.document) + posts.flatMap(post => post.documents ?? []).length, 'file'],
    [count(post => post.linkPreview), 'link'],
  ];
  const shown = counted.filter(([n]) => n > 0).map(([n, type]) => [String(n), n === 1 ? type : `${type}s`] as const);
  return raw([[subscribers ?? '1', has(channel, 'subscribers') ? 'subscribers' : 'members'] as const, ...shown].map(([value, type]) =>
    html`<div class="tgme_channel_info_counter"><span class="counter_value">${value}</span> <span class="counter_type">${type}</span></div>`.html).join(''));
}
