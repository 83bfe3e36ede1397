/** The small number on the toolbar button. */
import browser from 'webextension-polyfill';

/** @param count shown when above 0. The tab may be gone already; that is no error */
export async function showBadge(tabId: number, count: number): Promise<void> {
  const shown = browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
  await shown.catch(() => undefined);
}

export async function colourBadge(background: string, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: background });
  await browser.action.setBadgeTextColor({ color: text });
}
