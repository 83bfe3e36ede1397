/** What a person can set. */
import * as v from 'valibot';
import { telegramHosts } from './identity.ts';

/** What is shown on t.me pages: tags and notes, a bar only, or nothing at all. */
export const onPagesChoices = ['notes', 'mark', 'nothing'] as const;
export const OnPages = v.picklist(onPagesChoices);
export type OnPages = v.InferOutput<typeof OnPages>;

/** Keys of the messages that name them. */
export const onPagesWords = { notes: 'onPagesNotes', mark: 'onPagesMark', nothing: 'onPagesNothing' } as const satisfies Record<OnPages, string>;

/** What the command of the browser switches to: from notes to the mark only, to nothing, and back to notes. */
export function nextOnPages(now: OnPages): OnPages {
  return onPagesChoices[(onPagesChoices.indexOf(now) + 1) % onPagesChoices.length] ?? 'notes';
}

/** Those that Postil speaks. */
export const languages = ['en', 'ru', 'uk', 'fa'] as const;
export type Language = (typeof languages)[number];
/** Empty for the browser's. */
export const ChosenLanguage = v.picklist(['', ...languages]);

/** How our own pages look: as the browser is set, or always light or dark. */
export const themes = ['browser', 'light', 'dark'] as const;
export const Theme = v.picklist(themes);
export type Theme = v.InferOutput<typeof Theme>;

export const Options = v.object({
  onPages: v.fallback(OnPages, 'notes'),
  language: v.fallback(ChosenLanguage, ''),
  theme: v.fallback(Theme, 'browser'),
  /** The Telegram host on which an annotation was last made; links lead there. */
  telegramHost: v.fallback(v.picklist(telegramHosts), 't.me'),
  /** Whether single letters go from post to post on t.me pages, and annotate. */
  pageKeys: v.fallback(v.boolean(), false),
});
export type Options = v.InferOutput<typeof Options>;

export const defaultOptions: Options = { onPages: 'notes', language: '', theme: 'browser', telegramHost: 't.me', pageKeys: false };
