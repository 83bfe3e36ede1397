/** What was done to many annotations, and what was left as it was and why. */
import { maxTagsPerAnnotation } from '../model/tag.ts';
import type { BulkUndone } from '../store/bulk-undo.ts';
import type { BulkChange, BulkOutcome } from '../store/bulk.ts';
import { failureWords } from '../ui/failure-words.ts';
import { count, enumeration, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

/** While it is being done. */
export function runningWords(change: BulkChange, isUndo: boolean): string {
  if (isUndo) return message('manyUndoing');
  if (change === 'delete') return message('manyDeleting');
  return change.add.length > 0 ? message('manyTagging', quoted(change.add)) : message('manyUntagging', quoted(change.remove));
}

export function outcomeWords(change: BulkChange, { tally, left, error }: BulkOutcome): string {
  const { changed, same, others, full, gone } = tally;
  return [
    doneWords(change, changed),
    ...(same > 0 ? [plural('manySame', same)] : []),
    ...(others > 0 ? [plural('manyOthers', others)] : []),
    ...(full > 0 ? [plural('manyFull', full, count(maxTagsPerAnnotation))] : []),
    ...(gone > 0 ? [plural('manyGone', gone)] : []),
    ...(left > 0 && error === undefined ? [plural('manyLeft', left)] : []),
  ].join(' ');
}

function doneWords(change: BulkChange, changed: number): string {
  if (change === 'delete') return plural('manyDeleted', changed);
  const { add, remove } = change;
  if (remove.length === 0) return plural('manyTagged', changed, quoted(add));
  return add.length === 0 ? plural('manyUntagged', changed, quoted(remove)) : plural('manyExchanged', changed, quoted(add), quoted(remove));
}

export function undoneWords({ restored, stay, left, error }: BulkUndone): string {
  return [
    plural('manyRestored', restored),
    ...(stay > 0 ? [plural('manyStay', stay)] : []),
    ...(left > 0 && error === undefined ? [plural('manyLeft', left)] : []),
  ].join(' ');
}

/** Why it did not come to its end, if it did not. */
export function stoppedWords({ left, error }: Pick<BulkUndone, 'left' | 'error'>): string | undefined {
  return error === undefined ? undefined : [...(left > 0 ? [plural('manyLeft', left)] : []), failureWords(error)].join(' ');
}

function quoted(names: readonly string[]): string {
  return enumeration(names.map((name) => message('quoted', name)));
}
