/** Keys that the browser listens to, wherever focus is. */
import browser from 'webextension-polyfill';

/** @param name what the manifest calls it */
export function onCommand(name: string, listener: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === name) listener();
  });
}

/** The keys that each command has now, in the browser's own words, by its name; a command without any is left out. */
export async function commandKeys(): Promise<Map<string, string>> {
  const all = await browser.commands.getAll();
  return new Map(all.flatMap(({ name, shortcut }) => (name !== undefined && shortcut ? [[name, shortcut]] : [])));
}

/** Opens the page of the browser on which they are changed. */
export async function changeCommandKeys(): Promise<void> {
  // Firefox opens none of its own pages as a tab; Chrome has no call for it.
  if ('openShortcutSettings' in browser.commands) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
