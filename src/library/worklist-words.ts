/** What became of a list that was pasted or opened, and what became of its posts. */
import { type NoPost, type PostList, type WorklistStatus, maxWorklist, noPosts } from '../model/worklist.ts';
import { WorklistFullError } from '../store/worklist.ts';
import { failureWords } from '../ui/failure-words.ts';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

const reasons: Record<NoPost | 'none', MessageKey> = {
  none: 'worklistNone', private: 'worklistPrivate', invite: 'worklistInvite', channel: 'worklistChannel', other: 'worklistOther',
};

export const statusNames: Record<WorklistStatus, MessageKey> = { open: 'statusOpen', annotated: 'statusAnnotated', left: 'statusLeft' };

/** @param added how many of its posts were not listed yet */
export function takenWords({ posts, repeated, untaken, isTable }: PostList, added: number): string[] {
  const listed = posts.length - added + repeated;
  return [
    message('worklistAdded', count(added)),
    ...(listed > 0 ? [message('worklistListed', count(listed))] : []),
    ...(['none', ...noPosts] as const).flatMap((reason) => {
      const left = untaken.get(reason);
      if (!left) return [];
      const lines = left.lines.map((line) => count(line)).join(', ') + (left.count > left.lines.length ? ' …' : '');
      return [message(reasons[reason], count(left.count), message(isTable ? 'inRows' : 'inLines', lines))];
    }),
  ];
}

/** Why nothing was added. */
export function notTakenWords(failure: unknown): string {
  if (failure instanceof WorklistFullError) return message('worklistTooMany', count(maxWorklist), count(failure.wanted));
  // What reading a file says that was moved or changed meanwhile. https://w3c.github.io/FileAPI/#ErrorAndException
  return failure instanceof DOMException && failure.name.startsWith('Not') ? message('fileUnreadable') : failureWords(failure);
}
