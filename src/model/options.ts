/** What a person can set. */
import * as v from 'valibot';
import { telegramHosts } from './identity.ts';

/** What is shown on t.me pages: tags and notes, a bar only, or nothing at all. */
export const onPagesChoices = ['notes', 'mark', 'nothing'] as const;
export const OnPages = v.picklist(onPagesChoices);
export type OnPages = v.InferOutput<typeof OnPages>;

/** How our own pages look: as the browser is set, or always light or dark. */
export const themes = ['browser', 'light', 'dark'] as const;
export const Theme = v.picklist(themes);
export type Theme = v.InferOutput<typeof Theme>;

export const Options = v.object({
  onPages: v.fallback(OnPages, 'notes'),
  theme: v.fallback(Theme, 'browser'),
  /** The Telegram host on which an annotation was last made; links lead there. */
  telegramHost: v.fallback(v.picklist(telegramHosts), 't.me'),
});
export type Options = v.InferOutput<typeof Options>;

export const defaultOptions: Options = { onPages: 'notes', theme: 'browser', telegramHost: 't.me' };
