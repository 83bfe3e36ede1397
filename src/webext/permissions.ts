/** What the person lets us do beyond what was agreed on at installation, and what of that they took back. */
import browser, { type Permissions } from 'webextension-polyfill';

export type Access = Permissions.Permissions;

export function hasAccess(access: Access): Promise<boolean> {
  return browser.permissions.contains(access);
}

/**
 * Asks for it, in the browser's own words. To be called in the handler of a press before anything is awaited: both
 * browsers ask only where the person has just done something. Resolves with whether it was given, or not at all as long
 * as the question stands.
 */
export function requestAccess(access: Access): Promise<boolean> {
  return browser.permissions.request(access);
}

export async function returnAccess(access: Access): Promise<void> {
  await browser.permissions.remove(access);
}

/** @returns ends it */
export function onAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}
