/** What the worker itself says: the entry in the menu of selected text. */
import { annotateSelectionMenu as english } from '../../public/_locales/en/messages.json';
import { annotateSelectionMenu as russian } from '../../public/_locales/ru/messages.json';
import { annotateSelectionMenu as ukrainian } from '../../public/_locales/uk/messages.json';
import { annotateSelectionMenu as persian } from '../../public/_locales/fa/messages.json';
import type { Options } from '../model/options.ts';
import { addMenuEntry } from '../webext/annotate-command.ts';
import { message } from '../webext/i18n.ts';

/** A worker can import nothing later, so that these few words come with it. */
const entries = { en: english, ru: russian, uk: ukrainian, fa: persian };

/** Puts the entry into the menu, or calls it anew. */
export async function showMenuEntry({ language }: Pick<Options, 'language'>): Promise<void> {
  await addMenuEntry(language === '' ? message('annotateSelectionMenu') : entries[language].message);
}
