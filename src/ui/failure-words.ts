/** What went wrong, for the person it went wrong for. */
import { explainFailure } from '../messages/failures.ts';
import { CallError } from '../messages/result.ts';
import { message } from '../webext/i18n.ts';

/** Asked for while there is somebody to ask. */
const extensionGone = message('extensionGone');

export function failureWords(failure: unknown): string {
  switch (explainFailure(failure).code) {
    case 'disk-full': return message('diskFull');
    case 'storage': return message('storageFails');
    case 'gone': return message('annotationGone');
    case 'conflict': return message('changedMeanwhile');
    case 'newer': return message('newerDatabase');
    case 'unanswered': return message('unanswered');
    case 'orphaned': return extensionGone;
    case 'forbidden':
    case 'invalid':
    case 'failed': return message('callFailed');
  }
}

/** The same beside what somebody typed. When the extension is gone, reloading is all that helps, and that stays unsaid. */
export function failureWordsInForm(failure: unknown): string {
  const words = failureWords(failure);
  return failure instanceof CallError && failure.code === 'orphaned' ? words : `${words} ${message('typedStays')}`;
}
