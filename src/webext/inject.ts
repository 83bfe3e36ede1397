/** Scripts in pages: content scripts in tabs that were open before the extension was, and a question to one page. */
import browser from 'webextension-polyfill';

/** Tells when there may be open pages that the extension can reach and has not reached yet. */
export function onNewReach(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') listener();
  });
  // Switched on again: no event of the API tells, but Chrome registers the service worker anew.
  globalThis.addEventListener('activate', listener);
  browser.permissions.onAdded.addListener(listener);
}

/**
 * Runs the content scripts of the manifest where they would run if the page were loaded now. Firefox does this by itself
 * when an extension starts, Chrome never: https://github.com/w3c/webextensions/issues/617
 * A script must bear to be run twice. Tabs that cannot be scripted, such as crashed ones, are left alone.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  await Promise.all(scripts.map(async ({ matches, js = [], css = [], all_frames: allFrames = false }) => {
    const tabs = await browser.tabs.query({ url: matches, discarded: false });
    const ids = tabs.flatMap(({ id }) => id ?? []);
    await Promise.allSettled(ids.map(async (tabId) => {
      const target = { tabId, allFrames };
      await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js, injectImmediately: true });
    }));
  }));
}

/**
 * Runs one of our files in a tab's page and answers with what it left there under the symbol of that key, in its own
 * world. (What a file evaluates to is lost when it is bundled.)
 * @returns undefined when the page cannot be reached
 */
export async function askPage(tabId: number, file: string, key: string): Promise<unknown> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    const [answer] = await browser.scripting.executeScript({
      target, args: [key], func: (left: string) => Reflect.get(globalThis, Symbol.for(left)) as unknown,
    });
    return answer?.result;
  } catch {
    return undefined;
  }
}

/** Adds one of our style sheets to one frame. Rejects as `runInFrame` does. */
export async function styleFrame(tabId: number, frameId: number, file: string): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, files: [file] });
}

/** Runs one of our files in one frame. Rejects when there is no such frame any more, or it cannot be reached. */
export async function runInFrame(tabId: number, frameId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file], injectImmediately: true });
}
