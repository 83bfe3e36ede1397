/** What went wrong, for the person it went wrong for. Nothing typed is lost: the draft stays. */
import { CallError } from '../messages/result.ts';
import { message } from '../webext/i18n.ts';

/** Asked for while there is somebody to ask. */
const extensionGone = message('extensionGone');

export function failureWords(failure: unknown): string {
  if (!(failure instanceof CallError)) return message('callFailed', String(failure));
  switch (failure.code) {
    case 'disk-full': return message('diskFull');
    case 'gone': return message('annotationGone');
    case 'unanswered': return message('unanswered');
    case 'orphaned': return extensionGone;
    case 'forbidden':
    case 'invalid':
    case 'failed': return message('callFailed', failure.message);
  }
}
