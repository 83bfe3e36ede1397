/** Messages and addresses of the extension. */
import browser, { type Runtime } from 'webextension-polyfill';

/** The address of one of our own files. */
export function extensionUrl(path: string): string {
  return browser.runtime.getURL(path);
}

export function appVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Sends to the worker, which is started when it sleeps. Rejects when it dies before it answers, or is no more. */
export async function sendToWorker(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Whether this script or page has outlived the extension: updated, switched off or removed under it. No event tells.
 * Chromium takes the id away, from content scripts and framed pages alike. Firefox makes every access of a framed page
 * throw ("can't access dead object"); its content scripts do not live to ask.
 */
export function isOrphaned(): boolean {
  try {
    return browser.runtime.id === undefined;
  } catch {
    return true;
  }
}

/** @param answer gives the answer, or undefined when the message is not for this context */
export function onMessage(
  answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined, signal?: AbortSignal,
): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => answer(message, sender) as Promise<unknown>;
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** Tells that the extension has just been installed, which it is not when it is updated or switched on again. */
export function onFirstInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

/** Has the worker run when the browser has started. Else it runs when somebody sends something. */
export function wakeWithBrowser(): void {
  browser.runtime.onStartup.addListener(() => undefined);
}

export function ownId(): string {
  return browser.runtime.id;
}
