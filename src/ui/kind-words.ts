import type { PostKind } from '../model/post.ts';
import type { Haveable } from '../model/haveable.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

const kinds: Record<PostKind, MessageKey> = {
  text: 'kindText', photo: 'kindPhoto', video: 'kindVideo', animation: 'kindAnimation', round: 'kindRound', voice: 'kindVoice',
  audio: 'kindAudio', document: 'kindDocument', sticker: 'kindSticker', location: 'kindLocation', contact: 'kindContact',
  game: 'kindGame', invoice: 'kindInvoice', album: 'kindAlbum', poll: 'kindPoll', link: 'kindLink', service: 'kindService',
  unavailable: 'kindUnavailable',
};

const parts: Record<Haveable, MessageKey> = { note: 'withNote', quote: 'withQuote', media: 'withMedia', link: 'withLink' };

export function kindWords(kind: PostKind): string {
  return message(kinds[kind]);
}

export function haveableWords(what: Haveable): string {
  return message(parts[what]);
}
