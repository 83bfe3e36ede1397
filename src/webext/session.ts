/** Memory that outlives the worker but not the browser. Content scripts cannot read it. */
import browser from 'webextension-polyfill';

export async function readSession(): Promise<Record<string, unknown>> {
  return browser.storage.session.get(null);
}

export async function writeSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function forgetSession(keys: readonly string[]): Promise<void> {
  await browser.storage.session.remove([...keys]);
}
