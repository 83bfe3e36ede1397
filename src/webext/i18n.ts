/** The words on screen, from `_locales`. The keys are checked at compile time, the files are never bundled. */
import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

export function message(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** `ltr` or `rtl`, of the language that the messages are in. */
export function direction(): string {
  return browser.i18n.getMessage('@@bidi_dir');
}
