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

/**
 * Whether the page right around this one is Telegram's. Any other that frames the editor is up to no good.
 * Browsers that do not tell are trusted: there only Telegram's hosts may load the editor at all (the manifest says so).
 */
export function isWellPlaced(location: { ancestorOrigins?: DOMStringList }): boolean {
  const parent = location.ancestorOrigins?.[0];
  return parent === undefined || (URL.canParse(parent) && isTelegramHost(new URL(parent).host));
}
