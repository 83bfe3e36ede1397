/** The languages that there are words of. Loaded by pages of ours when the reader chose one; the browser knows its own. */
import type { Language } from '../model/options.ts';
import { type Messages, message, speakWith } from './i18n.ts';

const words: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('../../public/_locales/en/messages.json'),
  ru: () => import('../../public/_locales/ru/messages.json'),
  uk: () => import('../../public/_locales/uk/messages.json'),
  fa: () => import('../../public/_locales/fa/messages.json'),
};

/** Has this page speak a language, or the browser's. To be awaited before anything is said. */
export async function speak(language: Language | ''): Promise<void> {
  if (language === '' || language === message('locale')) return;
  const { default: messages } = await words[language]();
  speakWith(messages);
}
