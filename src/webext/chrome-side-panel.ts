/**
 * Chrome's side panel, of which the polyfill knows nothing; its own promises are good enough.
 * https://developer.chrome.com/docs/extensions/reference/api/sidePanel
 */
import browser from 'webextension-polyfill';

interface Chrome {
  chrome?: { sidePanel?: { open(options: { windowId: number }): Promise<void> } };
}

/**
 * How to open it beside the page in this window; undefined in browsers without. To be asked for in advance: it opens only
 * as long as a press is handled, so that there is no time then to ask which window this is.
 */
export async function chromeSidePanel(): Promise<(() => Promise<void>) | undefined> {
  const { sidePanel } = (globalThis as Chrome).chrome ?? {};
  if (!sidePanel) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => sidePanel.open({ windowId: id });
}
