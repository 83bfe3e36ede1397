/** The words on screen, from `_locales`. The keys are checked at compile time, the files are never bundled. */
import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/**
 * Words once said can be said again when the extension is gone from under the context, and asking for them throws; and
 * sooner, for asking takes the browser up to a tenth of a millisecond.
 */
const said = new Map<string, string>();

function ask(key: string, ...substitutions: string[]): string {
  const asked = [key, ...substitutions].join();
  try {
    if (!said.has(asked)) said.set(asked, browser.i18n.getMessage(key, substitutions));
  } catch {
    // What was never said cannot be said now.
  }
  return said.get(asked) ?? '';
}

export function message(key: MessageKey, ...substitutions: string[]): string {
  return ask(key, ...substitutions);
}

/** `ltr` or `rtl`, of the language that the messages are in. */
export function direction(): string {
  return ask('@@bidi_dir');
}
