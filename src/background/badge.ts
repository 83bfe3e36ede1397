/** Counts the annotated posts of each tab, all its frames together, for the badge. */
import type { Caller } from '../model/caller.ts';
import { showBadge } from '../webext/badge.ts';
import { forgetSession, readSession, writeSession } from '../webext/session.ts';

/** One key per frame, so that frames that report at the same time do not overwrite each other. */
function keyPrefix(tabId: number): string {
  return `annotated ${tabId} `;
}

/**
 * @param first whether this is the document's first report. That of a top document begins a new page, and what the
 *   frames of the page before reported is forgotten.
 */
export async function countOnPage(count: number, first: boolean, { tabId, frameId }: Caller): Promise<void> {
  if (tabId === undefined || frameId === undefined) return;
  if (first && frameId === 0) await forgetPage(tabId);
  await writeSession(`${keyPrefix(tabId)}${frameId}`, count);
  const counts = (await reports(tabId)).map(([, value]) => (typeof value === 'number' ? value : 0));
  await showBadge(tabId, counts.reduce((sum, n) => sum + n, 0));
}

async function reports(tabId: number): Promise<[key: string, value: unknown][]> {
  return Object.entries(await readSession()).filter(([key]) => key.startsWith(keyPrefix(tabId)));
}

export async function forgetPage(tabId: number): Promise<void> {
  await forgetSession((await reports(tabId)).map(([key]) => key));
}
