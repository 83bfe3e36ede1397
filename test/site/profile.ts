/** The landing of a handle, `/NAME`, and the frame that it shares with the landing of a post. */
import { hasFeed, type Channel } from './channel.ts';
import { earlyTheme, openGraph, renderDocument } from './document.ts';
import { has } from './era.ts';
import { html, nothing, plainText, raw, type Html } from './html.ts';
import { avatar } from './pictures.ts';
import { renderText } from './text.ts';

export function renderProfile(channel: Channel): string {
  const description = renderText(channel.description ?? '');
  const appUrl = `tg://resolve?domain=${channel.handle}`;
  const preview = hasFeed(channel)
    ? html`<div class="tgme_page_context_link_wrap"><a class="tgme_page_context_link" href="/s/${channel.handle}">Preview channel</a></div>`
    : nothing;
  const title = `Telegram: ${channel.kind === 'user' || channel.kind === 'bot' || !has(channel, 'relogin') ? 'Contact' : 'View'} @${channel.handle}`;
  return renderLanding({
    title,
    channel,
    head: openGraph({ title: channel.title, description: plainText(description), appUrl }),
    page: html`<div class="tgme_page${has(channel, 'theme') ? '' : ' tgme_page_post'}">
          <div class="tgme_page_photo"><a href="${appUrl}"><img class="tgme_page_photo_image" src="${avatar(channel.telegramId)}"></a></div>
          <div class="tgme_page_title" dir="auto"><span dir="auto">${channel.title}</span>${channel.verified ? html`<i class="verified-icon"> ✔</i>` : nothing}</div>
          <div class="tgme_page_extra">${extra(channel)}</div>
          <div class="tgme_page_description" dir="auto">${description}</div>
          <div class="tgme_page_action"><a class="tgme_action_button_new shine" href="${appUrl}">View in Telegram</a></div>
          ${preview}
          <div class="tgme_page_additional">If you have <strong>Telegram</strong>, you can view and join <br><strong>${channel.title}</strong> right away.</div>
        </div>`,
  });
}

/** A handle that nobody has. */
export function renderFreeName(name: string): string {
  const appUrl = `tg://resolve?domain=${name}`;
  return renderLanding({
    title: `Telegram: Contact @${name}`,
    head: openGraph({ title: `Telegram: Contact @${name}`, description: '', appUrl }),
    page: html`<div class="tgme_page">
          <div class="tgme_page_icon"><i class="tgme_icon_user"></i></div>
          <div class="tgme_page_description" dir="auto">If you have <strong>Telegram</strong>, you can contact <a class="tgme_username_link" href="${appUrl}">@${name}</a> right away.</div>
          <div class="tgme_page_action"><a class="tgme_action_button_new shine" href="${appUrl}">Send Message</a></div>
        </div>`,
  });
}

function extra(channel: Channel): string {
  const { kind, handle, subscribers = '1' } = channel;
  if (kind === 'user' || kind === 'bot') return `@${handle}`;
  if (kind === 'group') return `${subscribers} members, 3 online`;
  return `${subscribers} ${has(channel, 'subscribers') ? 'subscribers' : 'members'}`;
}

interface Landing {
  title: string;
  head: Html;
  page: Html;
  /** Of the year that it looks like. */
  channel?: Channel;
}

/** A page around something about one handle. */
export function renderLanding({ title, head, page, channel }: Landing): string {
  const isThemed = has(channel ?? {}, 'theme');
  return renderDocument({
    title,
    bodyClass: 'tgme_landing no_transition',
    head: html`${head}
    ${isThemed ? earlyTheme : nothing}`,
    body: html`    ${isThemed ? background : nothing}
    <div class="tgme_page_wrap">
      <div class="tgme_head_wrap">
        <div class="tgme_head">
          <a href="//telegram.org/" class="tgme_head_brand">Telegram</a>
          <a class="tgme_head_right_btn" href="//telegram.org/dl">Download</a>
        </div>
      </div>
      <div class="tgme_body_wrap">
        ${page}
      </div>
    </div>
    <div id="tgme_frame_cont"></div>
    <script>document.body.classList.remove('no_transition');</script>`,
  });
}

const background = raw('<div class="tgme_background_wrap"><canvas id="tgme_background" class="tgme_background default" width="50" height="50"></canvas><div class="tgme_background_pattern default"></div></div>');
