/**
 * The landing of a post, `/NAME/ID`: it holds no post, only a script that frames one.
 * Unlike the real page it does not call the app after 100 ms: a test browser has none.
 */
import type { Channel, PostSpec } from './channel.ts';
import { openGraph, scripts } from './document.ts';
import { html, plainText } from './html.ts';
import { renderLanding } from './profile.ts';
import { renderText } from './text.ts';

export function renderPostLanding(channel: Channel, id: number, post: PostSpec | undefined): string {
  const name = `${channel.handle}/${id}`;
  const appUrl = `tg://resolve?domain=${channel.handle}&post=${id}`;
  const code = `<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="${name}" data-width="100%"></script>`;
  return renderLanding({
    title: `Telegram: View @${channel.handle}`,
    head: openGraph({ title: channel.title, description: plainText(renderText(post?.text ?? '')), appUrl }),
    page: html`<div class="tgme_page tgme_page_post">
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
        </div>`,
  });
}
