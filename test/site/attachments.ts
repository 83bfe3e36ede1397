/** What a post may carry besides pictures and films: files, places, people, games, bills. */
import type { DocumentSpec, GameSpec, GroupedDocument, InvoiceSpec, Picture, PostSpec } from './channel.ts';
import { html, nothing, type Html } from './html.ts';
import { scene } from './pictures.ts';
import { renderText, textBox } from './text.ts';

/** All of them but several files, in the order of the page. `url` is the post's address. */
export function renderAttachments(post: PostSpec, url: string): Html {
  return html`${[
    post.document ? document(post.document, url) : nothing,
    post.location ? location(post.location, post.id) : nothing,
    post.contact ? contact(post.contact, url) : nothing,
    post.game ? game(post.game, url) : nothing,
    post.invoice ? invoice(post.invoice, url) : nothing,
  ]}`;
}

/** Each file followed by its own caption, so that the post has several texts side by side. */
export function renderDocuments(documents: readonly GroupedDocument[], channelUrl: string): Html {
  return html`${documents.map(({ id, caption, ...file }) => html`${document(file, `${channelUrl}/${id}?single`)}
${caption === undefined ? nothing : textBox(renderText(caption))}`)}`;
}

function document({ name, extra, audio }: DocumentSpec, url: string): Html {
  return html`<a class="tgme_widget_message_document_wrap" href="${url}">
  <div class="tgme_widget_message_document_icon accent_bg${audio ? ' audio' : ''}"></div>
  <div class="tgme_widget_message_document">
    <div class="tgme_widget_message_document_title accent_color" dir="auto">${name}</div>
    <div class="tgme_widget_message_document_extra" dir="auto">${extra}</div>
  </div>
</a>`;
}

function location({ title, address }: NonNullable<PostSpec['location']>, picture: Picture): Html {
  const info = title === undefined ? nothing : html`<div class="tgme_widget_message_location_info">
    <div class="tgme_widget_message_location_title" dir="auto">${title}</div>
    <div class="tgme_widget_message_location_address" dir="auto">${address}</div>
  </div>`;
  return html`<a class="tgme_widget_message_location_wrap" href="https://maps.example.org/?q=59.${picture},10.${picture}">
  <div class="tgme_widget_message_location" style="background-image:url('${scene(picture, 0.5)}')"></div>
  ${info}
</a>`;
}

function contact({ name, phone }: NonNullable<PostSpec['contact']>, url: string): Html {
  return html`<a class="tgme_widget_message_contact_wrap" href="${url}">
  <i class="tgme_widget_message_user_photo bgcolor5" data-content="${name.slice(0, 1)}"></i>
  <div class="tgme_widget_message_contact">
    <div class="tgme_widget_message_contact_name accent_color" dir="auto">${name}</div>
    <div class="tgme_widget_message_contact_phone">${phone}</div>
  </div>
</a>`;
}

function game({ title, text, picture }: GameSpec, url: string): Html {
  return html`<a class="tgme_widget_message_game" href="${url}">
  <div class="tgme_widget_message_game_title" dir="auto">${title}</div>
  <div class="tgme_widget_message_game_text" dir="auto">${text}</div>
  <div class="tgme_widget_message_game_image_wrap">
    <i class="tgme_widget_message_game_image" style="background-image:url('${scene(picture, 0.56)}');padding-top:56%"></i>
    <div class="tgme_widget_message_game_label">GAME</div>
  </div>
</a>`;
}

function invoice({ title, description, total, picture }: InvoiceSpec, url: string): Html {
  const image = picture === undefined ? nothing : html`<div class="tgme_widget_message_invoice_image_wrap">
    <i class="tgme_widget_message_invoice_image" style="background-image:url('${scene(picture, 0.56)}');padding-top:56%"></i>
  </div>`;
  return html`<a class="tgme_widget_message_invoice" href="${url}">
  <div class="tgme_widget_message_invoice_title" dir="auto">${title}</div>
  <div class="tgme_widget_message_invoice_description" dir="auto">${description}</div>
  ${image}
  <div class="tgme_widget_message_invoice_label"><span class="tgme_widget_message_invoice_total">${total}</span> INVOICE</div>
</a>`;
}
