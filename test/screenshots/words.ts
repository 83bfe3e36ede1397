/** What things are called in a language of `_locales`, so that they are found by their names in each. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MessageKey } from '../../src/webext/i18n.ts';

const locales = resolve(import.meta.dirname, '../../public/_locales');

export const languages: readonly string[] = readdirSync(locales);

/** Says a message with what stands for `$1`, `$2` …. */
export type Say = (key: MessageKey, ...given: string[]) => string;

export function speaking(language: string): Say {
  const messages = JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8')) as Record<string, { message: string }>;
  return (key, ...given) => {
    const text = messages[key]?.message;
    if (text === undefined) throw new Error(`${language} has no message ${key}`);
    return text.replace(/\$(\d)/g, (_, place: string) => given[Number(place) - 1] ?? '');
  };
}
