/** What went wrong, for the person it went wrong for. */
import { CallError } from '../messages/result.ts';
import { message } from '../webext/i18n.ts';

export function failureWords(failure: unknown): string {
  if (!(failure instanceof CallError)) return message('extensionGone');
  switch (failure.code) {
    case 'disk-full': return message('diskFull');
    case 'gone': return message('annotationGone');
    case 'newer': return message('newerDatabase');
    case 'forbidden':
    case 'invalid':
    case 'failed': return message('callFailed');
  }
}

/** The same beside what somebody typed. When the extension is gone, reloading is all that helps, and that stays unsaid. */
export function failureWordsInForm(failure: unknown): string {
  const words = failureWords(failure);
  return failure instanceof CallError ? `${words} ${message('typedStays')}` : words;
}
