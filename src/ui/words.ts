/** Numbers and times in the reader's words. */
import { type Backup, unexportedChanges } from '../model/backup.ts';
import { type MessageKey, direction, message } from '../webext/i18n.ts';

type PluralStem = 'tagCount' | 'tagsDeleted' | 'annotationCount' | 'foundCount' | 'daysLeft' | 'problemCount' | 'changesSinceExport' | 'changesNeverExported'
  | 'oldestChange' | 'importAdded' | 'importIdentical' | 'importConflicts' | 'importRejected' | 'importKept' | 'importReplaced'
  | 'importJoined' | 'importStay' | 'selectedCount' | 'selectAllFound' | 'manyTagged' | 'manyUntagged' | 'manyExchanged' | 'manyDeleted' | 'manySame' | 'manyOthers'
  | 'manyFull' | 'manyGone' | 'manyLeft' | 'manyRestored' | 'manyStay' | 'lookCount';

/** The language of the messages, which is not always that of the browser. */
export function locale(): string {
  return message('locale') || 'en';
}

export function count(number: number): string {
  return new Intl.NumberFormat(locale()).format(number);
}

/** A count with its noun in the right form; the messages name every form that any language of ours has. */
export function plural(stem: PluralStem, amount: number, ...more: string[]): string {
  const form = new Intl.PluralRules(locale()).select(amount);
  const key: MessageKey = form === 'one' || form === 'few' || form === 'many' ? `${stem}_${form}` : `${stem}_other`;
  return message(key, count(amount), ...more);
}

/** "a, b and c" in the reader's language. */
export function enumeration(items: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(items);
}

export function percent(part: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(part);
}

/** "2 Mar 2026" */
export function day(time: number): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/**
 * "March 2026". Like a year it is one of the query language's, whatever calendar the reader's language has: it begins and ends
 * elsewhere than a month of that one.
 */
export function month(time: number): string {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', calendar: 'gregory' }).format(time);
}

/** "2026" */
export function year(time: number): string {
  return new Intl.DateTimeFormat(locale(), { year: 'numeric', calendar: 'gregory' }).format(time);
}

/** A day and time, short. The year only when it is not this one. */
export function dateTime(time: number, now: number): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', ...(sameYear ? {} : { year: 'numeric' as const }),
  }).format(time);
}

/** How much was changed since the last export, and since when. */
export function unexportedWords(backup: Backup, now: number): string {
  const days = Math.floor((now - (backup.since ?? now)) / 86_400_000);
  const stem = backup.exportedAt === undefined ? 'changesNeverExported' : 'changesSinceExport';
  return [plural(stem, unexportedChanges(backup)), ...(days > 0 ? [plural('oldestChange', days)] : [])].join(' ');
}

/** Sets language and direction of one of our own pages, and its title. */
export function dressDocument(title: MessageKey): void {
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  document.title = message(title);
}
