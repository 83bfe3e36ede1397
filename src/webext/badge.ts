/** The toolbar button: its small number, and what it is called. */
import browser from 'webextension-polyfill';
import { type OnPages, onPagesWords } from '../model/options.ts';
import { message } from './i18n.ts';

/** @param count shown when above 0. The tab may be gone already; that is no error */
export async function showBadge(tabId: number, count: number): Promise<void> {
  const shown = browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
  await shown.catch(() => undefined);
}

export async function colourBadge(background: string, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: background });
  await browser.action.setBadgeTextColor({ color: text });
}

/** Says what t.me pages show, when that is not everything: to whoever points at the button, and to screen readers. */
export async function sayOnPages(onPages: OnPages): Promise<void> {
  const title = onPages === 'notes' ? message('extensionName') : message('buttonOnPages', message(onPagesWords[onPages]));
  await browser.action.setTitle({ title });
}
