/** What is said of versions of a post and looks at it, wherever it is said. */
import type { PostState, Seen } from '../model/history.ts';
import type { KeptVersion } from '../store/history.ts';
import { count, dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

/** Observations all: that something is not shown does not tell why. */
export function stateWords(state: PostState, seen: readonly Seen[]): string {
  const last = seen.at(-1);
  if (state === 'same' && (last === undefined || seen.length === 1)) return message('notSeenAgain');
  const at = dateTime(last?.at ?? 0, Date.now());
  return message(state === 'missing' ? 'stateMissing' : state === 'changed' ? 'stateChanged' : 'stateSame', at);
}

/** By its place among those that are kept. */
export function versionName(versions: readonly KeptVersion[], id: string | undefined): string {
  const index = versions.findIndex(({ capture }) => capture.id === id);
  return index < 0 ? message('versionNotKept') : message('versionNumber', count(index + 1));
}

export function timeSpan(first: number, last: number): string {
  const now = Date.now();
  return first === last ? dateTime(first, now) : `${dateTime(first, now)} – ${dateTime(last, now)}`;
}
