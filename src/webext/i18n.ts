/**
 * The words on screen, from `_locales`: in the browser's language, or in the one that the reader chose. The keys are checked at
 * compile time.
 */
import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** What is in a file of `_locales`, or of it what a page needs. */
export type Messages = Partial<Record<string, { message: string }>>;

/**
 * Where those of the chosen language are left, by `language.ts` or by the script that the build makes of them for pages on
 * t.me; absent as long as the browser's language counts.
 */
const left = Symbol.for('postil words');

/**
 * Words once said can be said again when the extension is gone from under the context, and asking for them throws; and
 * sooner, for asking takes the browser up to a tenth of a millisecond.
 */
const said = new Map<string, string>();

export function message(key: MessageKey, ...substitutions: string[]): string {
  const chosen = (Reflect.get(globalThis, left) as Messages | undefined)?.[key];
  if (chosen) return chosen.message.replace(/\$(\d)/g, (_, number: string) => substitutions[Number(number) - 1] ?? '');
  const asked = [key, ...substitutions].join();
  try {
    if (!said.has(asked)) said.set(asked, browser.i18n.getMessage(key, substitutions));
  } catch {
    // What was never said cannot be said now.
  }
  return said.get(asked) ?? '';
}

/** From now on the words are these. */
export function speakWith(messages: Messages): void {
  Reflect.set(globalThis, left, messages);
}

/** `ltr` or `rtl`, of the language that the messages are in: a browser that speaks Arabic says them in English. */
export function direction(): string {
  return message('direction');
}
