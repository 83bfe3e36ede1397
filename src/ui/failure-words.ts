/** What went wrong, for the person it went wrong for. Nothing typed is lost: the draft stays. */
import { CallError } from '../messages/result.ts';
import { message } from '../webext/i18n.ts';

export function failureWords(failure: unknown): string {
  if (!(failure instanceof CallError)) return message('extensionGone');
  switch (failure.code) {
    case 'disk-full': return message('diskFull');
    case 'gone': return message('annotationGone');
    case 'forbidden':
    case 'invalid':
    case 'failed': return message('callFailed', failure.message);
  }
}
