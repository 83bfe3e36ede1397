/**
 * The landing of a post, `/NAME/ID`: it holds no post, only a script that frames one, or a button for the app.
 * Unlike the real page it does not call the app after 100 ms: a test browser has none.
 */
import { hasEmbeds, type Channel, type PostSpec } from './channel.ts';
import { openGraph, scripts } from './document.ts';
import { has } from './era.ts';
import { html, plainText, type Html } from './html.ts';
import { renderLanding } from './profile.ts';
import { renderText } from './text.ts';

export function renderPostLanding(channel: Channel, id: number, post: PostSpec | undefined): string {
  const isFramed = hasEmbeds(channel) && !post?.appOnly;
  const name = `${channel.handle}/${id}`;
  const appUrl = `tg://resolve?domain=${channel.handle}&post=${id}`;
  return renderLanding({
    title: `Telegram: ${has(channel, 'relogin') ? 'View' : 'Contact'} @${channel.handle}`,
    channel,
    head: openGraph({ title: channel.title, description: plainText(renderText(post?.text ?? '')), appUrl }),
    page: isFramed ? framedPost(name, appUrl) : viewPost(appUrl),
  });
}

function framedPost(name: string, appUrl: string): Html {
  const code = `<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="${name}" data-width="100%"></script>`;
  return html`<div class="tgme_page tgme_page_post">
          <div class="tgme_page_widget_wrap" id="widget">
            <div class="tgme_page_widget"><script data-telegram-post="${name}" data-mode="tme" data-width="100%">${scripts.widget}</script></div>
          </div>
        </div>
        <div class="tgme_page_widget_actions" id="widget_actions">
          <div class="tgme_page_widget_actions_cont">
            <div class="tgme_page_context_btn"><a class="tgme_action_button_new" href="/s/${name}"><span class="tgme_action_button_label">Context</span></a></div>
            <div class="tgme_page_widget_action"><a class="tgme_action_button_new" href="${appUrl}">View In Channel</a></div>
            <div class="tgme_page_embed_action"><textarea class="tgme_page_embed_code" rows="3" id="embed_code_field" readonly>${code}</textarea></div>
          </div>
        </div>`;
}

/** Where the web shows nothing of a post there is only a button for the app. */
function viewPost(appUrl: string): Html {
  return html`<div class="tgme_page">
          <div class="tgme_page_action"><a class="tgme_action_button_new shine" href="${appUrl}">View Post</a></div>
        </div>`;
}
