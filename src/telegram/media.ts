/** Pictures, files and other attachments. */
import type { Media } from '../model/post.ts';
import { compact } from './compact.ts';
import { destination } from './links.ts';
import { outermost } from './parts.ts';
import { layoutSize } from './size.ts';
import { lineOf } from './text.ts';

/** Captured, but for video stickers, the names of places, contacts, games and invoices, which are documented only. */
const kinds: [selector: string, kind: Media['kind']][] = [
  ['.tgme_widget_message_photo_wrap', 'photo'],
  // What loops has no button to play it, also when it is too big to be shown.
  ['.tgme_widget_message_video_player:has(.message_video_play)', 'video'],
  ['.tgme_widget_message_video_player', 'animation'],
  ['.tgme_widget_message_roundvideo_player', 'round'],
  ['.tgme_widget_message_voice_player', 'voice'],
  ['.tgme_widget_message_document_wrap:has(.audio)', 'audio'],
  ['.tgme_widget_message_document_wrap', 'document'],
  ['.tgme_widget_message_sticker_wrap, .tgme_widget_message_sticker, .tgme_widget_message_tgsticker, .js-videosticker', 'sticker'],
  ['.tgme_widget_message_location_wrap', 'location'],
  ['.tgme_widget_message_contact_wrap', 'contact'],
  ['.tgme_widget_message_game', 'game'],
  ['.tgme_widget_message_invoice', 'invoice'],
  // A channel's new picture.
  ['.tgme_widget_message_service_photo', 'photo'],
];
/** Without the conditions, which tell only one kind from another: jsdom puts what they find before or behind the rest. */
const anyMedia = kinds.map(([selector]) => selector).filter((selector) => !selector.includes(':has')).join();

export function readMedia(post: Element): Media[] {
  return outermost(post, anyMedia).map((media) => compact<Media>({
    kind: kinds.find(([selector]) => media.matches(selector))?.[1] ?? 'document',
    duration: readDuration(media),
    ...layoutSize(media),
    title: readTitle(media),
    extra: readExtra(media),
    url: readPlace(media),
  }));
}

/** "0:09" (captured). It counts down while the reader plays it (documented only), so it is no part of identity. */
function readDuration(media: Element): number | undefined {
  const shown = lineOf(media.querySelector(
    '.message_video_duration, .tgme_widget_message_roundvideo_duration, .tgme_widget_message_voice_duration',
  ));
  if (shown === undefined || !/^\d{1,3}(:\d\d){1,2}$/.test(shown)) return undefined;
  return shown.split(':').reduce((total, digits) => total * 60 + Number(digits), 0);
}

/** A file's name, a contact's, a place's. */
function readTitle(media: Element): string | undefined {
  return lineOf(media.querySelector(
    '.tgme_widget_message_document_title, .tgme_widget_message_location_title, .tgme_widget_message_contact_name,'
    + '.tgme_widget_message_game_title, .tgme_widget_message_invoice_title',
  ));
}

/** A location's link leads to a map, and may be all that tells where it is (captured). */
function readPlace(media: Element): string | undefined {
  return media.matches('.tgme_widget_message_location_wrap') ? destination(media) : undefined;
}

/** A file's size or a song's performer, a place's address, a phone number, a description. */
function readExtra(media: Element): string | undefined {
  return lineOf(media.querySelector(
    '.tgme_widget_message_document_extra, .tgme_widget_message_location_address, .tgme_widget_message_contact_phone,'
    + '.tgme_widget_message_game_text, .tgme_widget_message_invoice_description',
  ));
}
