/**
 * The one number by which all tabs learn that something was written.
 *
 * It lies in `storage.local`, which content scripts can read and, since Firefox cannot forbid it, write; so it is a
 * hint to ask again and nothing more.
 */
import browser, { type Storage } from 'webextension-polyfill';

const key = 'rev';
let last: Promise<void> = Promise.resolve();

async function addOne(): Promise<void> {
  const { [key]: rev } = await browser.storage.local.get(key);
  await browser.storage.local.set({ [key]: typeof rev === 'number' && Number.isSafeInteger(rev) ? rev + 1 : 1 });
}

/**
 * Adds one. Additions of one context wait for each other, so that each makes a change that others see.
 * Never rejects: what was written is written, though other tabs hear of it only when they are loaded anew.
 */
export function bumpRev(): Promise<void> {
  last = last.then(addOne).catch((error: unknown) => console.warn('Postil:', error));
  return last;
}

export function onRevChange(listener: () => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'local' && key in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
