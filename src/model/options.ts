/** What a person can set. */
import * as v from 'valibot';
import { telegramHosts } from './identity.ts';

/** What is shown on t.me pages: tags and notes, a bar only, or nothing at all. */
export const onPagesChoices = ['notes', 'mark', 'nothing'] as const;
export const OnPages = v.picklist(onPagesChoices);
export type OnPages = v.InferOutput<typeof OnPages>;

/** Those that Postil speaks. */
export const languages = ['en', 'ru', 'uk', 'fa'] as const;
export type Language = (typeof languages)[number];
/** Empty for the browser's. */
export const ChosenLanguage = v.picklist(['', ...languages]);

export const Options = v.object({
  onPages: v.fallback(OnPages, 'notes'),
  language: v.fallback(ChosenLanguage, ''),
  /** The Telegram host on which an annotation was last made; links lead there. */
  telegramHost: v.fallback(v.picklist(telegramHosts), 't.me'),
});
export type Options = v.InferOutput<typeof Options>;

export const defaultOptions: Options = { onPages: 'notes', language: '', telegramHost: 't.me' };
