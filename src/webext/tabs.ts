/** Tabs and their frames. */
import browser from 'webextension-polyfill';

/** Tells a content script, or those of all frames. Resolves with its answer, or undefined when there is none at that place any more. */
export async function tellFrame(tabId: number, frameId: number | undefined, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId }).catch(() => undefined);
}

export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/**
 * The plain address. For files that pages may frame (`use_dynamic_url`), Chrome's `getURL` gives another, under which they
 * are for those pages alone: a tab with it is blocked.
 */
function ownAddress(path: string): string {
  return `${browser.runtime.getURL('')}${path}`;
}

/** Opens one of our own pages in a new tab, at the end or next to another tab, to which it leads back when it closes. */
export async function openOwnPage(path: string, besideTabId?: number): Promise<void> {
  const url = ownAddress(path);
  if (besideTabId === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  const { index, windowId } = await browser.tabs.get(besideTabId);
  await browser.tabs.create({
    url, index: index + 1, openerTabId: besideTabId, ...(windowId !== undefined && { windowId }),
  });
}

/** @returns whether there is a tab with this page of ours, which is now in front */
export async function showOwnPage(path: string): Promise<boolean> {
  const url = ownAddress(path);
  // Of other tabs than our own, the browser does not tell the address.
  const shown = (await browser.tabs.query({})).find((tab) => tab.url === url || tab.pendingUrl === url);
  if (shown?.id === undefined) return false;
  await browser.tabs.update(shown.id, { active: true });
  if (shown.windowId !== undefined) await browser.windows.update(shown.windowId, { focused: true });
  return true;
}

/** It may be closed already; that is no error. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => undefined);
}
