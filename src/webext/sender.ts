/** Tells who sent a message, by what the browser says of the sender and never by what the message says. */
import type { Runtime } from 'webextension-polyfill';
import type { Caller } from '../model/caller.ts';
import { isTelegramHost } from '../model/identity.ts';

/**
 * @param ownUrl address of the extension's root, and `id` its id
 * @returns undefined for a sender that has no business here
 */
export function callerOf(sender: Runtime.MessageSender, own: { url: string; id: string }): Caller | undefined {
  if (sender.id !== own.id || sender.url === undefined || !URL.canParse(sender.url)) return undefined;
  const place = {
    ...(sender.tab?.id !== undefined && { tabId: sender.tab.id }),
    ...(sender.frameId !== undefined && { frameId: sender.frameId }),
  };
  if (sender.url.startsWith(own.url)) return { kind: 'extension', ...place };
  const { protocol, host } = new URL(sender.url);
  return protocol === 'https:' && isTelegramHost(host) ? { kind: 'content', host, ...place } : undefined;
}
