/** Stickers: still, animated, filmed, and dice. */
import type { StickerSpec } from './channel.ts';
import { html, nothing, type Html } from './html.ts';
import { scene } from './pictures.ts';

export function renderSticker(sticker: StickerSpec): Html {
  const played = sticker.effect ? animation('js-tgsticker_effect', sticker) : nothing;
  return html`<div class="tgme_widget_message_sticker_wrap">${played}${drawn(sticker)}</div>`;
}

/** Stickers that a script draws, and that some browsers cannot. */
export function isDrawnByScript({ form }: StickerSpec): boolean {
  return form !== undefined;
}

function drawn(sticker: StickerSpec): Html {
  const { picture } = sticker;
  const still = scene(picture, 1);
  switch (sticker.form) {
    case 'animated':
      return animation('tgme_widget_message_tgsticker js-tgsticker_image', sticker);
    case 'dice':
      return animation('tgme_widget_message_tgsticker js-tgsticker_image', sticker, html` data-is-dice="1"`);
    case 'video':
      return html`<div class="tgme_widget_message_videosticker js-videosticker"><video class="tgme_widget_message_videosticker_video js-videosticker_video" src="/file/${picture}.webm?token=${picture * 7919}" preload="none" width="256" height="256" muted loop playsinline><img src="${still}"></video></div>`;
    default:
      return html`<i class="tgme_widget_message_sticker js-sticker_image" style="background-image:url('${still}')" data-webp="${still}"></i>`;
  }
}

/** The file itself is never asked for: nothing here plays it. Its name tells the page's script whether it could. */
function animation(className: string, { picture, undrawable }: StickerSpec, attribute: Html = nothing): Html {
  const file = undrawable ? 'undrawable' : picture;
  return html`<picture class="${className}"${attribute} style="width:256px"><div style="padding-top:100%"></div><source type="application/x-tgsticker" srcset="/file/${file}.tgs?token=${picture * 7919}"><img src="${scene(picture, 1)}"></picture>`;
}
