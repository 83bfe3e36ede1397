/** Counts the annotated posts of each tab, all its frames together, for the badge. */
import * as v from 'valibot';
import type { Caller } from '../model/caller.ts';
import { showBadge } from '../webext/badge.ts';
import { forgetSession, readSession, writeSession } from '../webext/session.ts';

const Report = v.object({ count: v.number(), at: v.number() });
type Report = v.InferOutput<typeof Report>;

/** One key per frame, so that frames that report at the same time do not overwrite each other. */
function keyPrefix(tabId: number): string {
  return `annotated ${tabId} `;
}

/**
 * @param began when the frame's document began. What was reported before the top document of its tab began is of the
 *   page before, and forgotten. A time, and not a mark on the first report, so that a report sent twice does no harm.
 */
export async function countOnPage(count: number, began: number, { tabId, frameId }: Caller, now: number): Promise<void> {
  if (tabId === undefined || frameId === undefined) return;
  await writeSession(`${keyPrefix(tabId)}${frameId}`, { count, at: now } satisfies Report);
  if (frameId === 0) await forgetReports(tabId, began);
  await showBadge(tabId, (await reports(tabId)).reduce((sum, [, report]) => sum + report.count, 0));
}

async function reports(tabId: number): Promise<[key: string, report: Report][]> {
  return Object.entries(await readSession()).flatMap(([key, value]): [string, Report][] => {
    const report = key.startsWith(keyPrefix(tabId)) ? v.safeParse(Report, value) : undefined;
    return report?.success ? [[key, report.output]] : [];
  });
}

async function forgetReports(tabId: number, before: number): Promise<void> {
  await forgetSession((await reports(tabId)).filter(([, { at }]) => at < before).map(([key]) => key));
}

export async function forgetPage(tabId: number): Promise<void> {
  await forgetReports(tabId, Infinity);
}
