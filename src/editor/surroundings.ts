/** Where this editor stands, and what it was told in its address. */
import { isTelegramHost } from '../model/identity.ts';

export interface Address {
  token: string;
  theme: 'light' | 'dark';
}

export function readAddress(hash: string): Address {
  const told = new URLSearchParams(hash.slice(1));
  return { token: told.get('token') ?? '', theme: told.get('theme') === 'dark' ? 'dark' : 'light' };
}

/** The least of a window that tells where it stands. */
export interface Place {
  parent: unknown;
  location: { ancestorOrigins?: ArrayLike<string> };
}

export function hasOwnTab(window: Place): boolean {
  return window.parent === window;
}

/**
 * Whether this page stands in a tab of its own, or right in a page of Telegram's. Any other that frames the editor is up
 * to no good. Browsers that do not tell are trusted: there only Telegram's hosts may load the editor at all (the manifest
 * says so).
 */
export function isWellPlaced(window: Place): boolean {
  const parent = window.location.ancestorOrigins?.[0];
  return hasOwnTab(window) || parent === undefined || (URL.canParse(parent) && isTelegramHost(new URL(parent).host));
}
