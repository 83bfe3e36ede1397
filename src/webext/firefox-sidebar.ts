/** Firefox's sidebar. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction */
import browser from 'webextension-polyfill';

/**
 * How to open it beside the page; undefined in browsers without. It opens only in the handler of a press, before anything is
 * awaited: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions
 */
export function firefoxSidebar(): (() => Promise<void>) | undefined {
  const { sidebarAction } = browser as { sidebarAction?: typeof browser.sidebarAction };
  return sidebarAction && (() => sidebarAction.open());
}
