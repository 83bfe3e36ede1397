/** The entry in the menu of selected text, and the shortcut. */
import browser from 'webextension-polyfill';
import { browserKeys } from '../model/browser-keys.ts';

const id = browserKeys.annotate.command;

/** Where the reader asked for it: a frame when the browser tells, else whichever frame of the tab has focus. */
export type OnAnnotate = (tabId: number, frameId: number | undefined) => void;

/** Puts the entry into the menu, where it stays. On Telegram's pages only, whatever page they stand in. */
export async function addMenuEntry(title: string): Promise<void> {
  const { host_permissions: pages = [] } = browser.runtime.getManifest();
  await browser.contextMenus.removeAll();
  const entry = { id, title, contexts: ['selection' as const], documentUrlPatterns: pages };
  // That it is there already, put there by another event of the same start, is no failure; to ask for it says that it was seen.
  browser.contextMenus.create(entry, () => void browser.runtime.lastError);
}

export function onAnnotateCommand(listener: OnAnnotate): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (menuItemId === id && tab?.id !== undefined) listener(tab.id, frameId);
  });
  // Both browsers give the tab, Firefox since version 126.
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === id && tab?.id !== undefined) listener(tab.id, undefined);
  });
}
