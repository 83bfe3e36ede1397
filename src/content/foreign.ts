/** Whether the page stands in a frame of somebody else's site. */
import { isTelegramHost } from '../model/identity.ts';

function isTelegram(address: string): boolean {
  return URL.canParse(address) && isTelegramHost(new URL(address).host);
}

/**
 * True when any page around this one is not Telegram's.
 * Where the browser does not list them, the referrer stands for the parent, and silence for a stranger.
 */
export function isInForeignPage(window: Window): boolean {
  if (window.parent === window) return false;
  const { ancestorOrigins } = window.location as { ancestorOrigins?: DOMStringList };
  return ancestorOrigins ? ![...ancestorOrigins].every(isTelegram) : !isTelegram(window.document.referrer);
}
