import { failureCode } from '../messages/failures.ts';
import { message } from '../webext/i18n.ts';

/** Why what is stored cannot be shown, for the person who wrote it. */
export function readingFailureWords(failure: unknown): string {
  switch (failureCode(failure)) {
    case 'newer': return message('newerDatabase');
    case 'disk-full': return message('diskFullReading');
    case 'storage': return message('storageFailsReading');
    default: return message('cannotRead');
  }
}
