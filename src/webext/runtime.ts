/** Messages and addresses of the extension. */
import browser, { type Runtime } from 'webextension-polyfill';

/** The address of one of our own files. */
export function extensionUrl(path: string): string {
  return browser.runtime.getURL(path);
}

export function appVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Sends to the worker, which is started when it sleeps. Rejects when the extension was updated or removed. */
export function sendToWorker(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** @param answer gives the answer, or undefined when the message is not for this context */
export function onMessage(
  answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined, signal?: AbortSignal,
): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => answer(message, sender) as Promise<unknown>;
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

export function ownId(): string {
  return browser.runtime.id;
}
