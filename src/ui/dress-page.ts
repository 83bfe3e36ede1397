import type { Options } from '../model/options.ts';
import type { MessageKey } from '../webext/i18n.ts';
import { speak } from '../webext/language.ts';
import { dressDocument } from './words.ts';

/**
 * Readies a page of ours to be drawn: the language that the reader chose, its direction, the title. When options cannot be read, the
 * page will say why, and until then in the browser's language.
 */
export async function dressPage(title: MessageKey, options: Promise<Partial<Pick<Options, 'language'>>>): Promise<void> {
  await options.then(({ language = '' }) => speak(language)).catch(() => undefined);
  dressDocument(title);
}
