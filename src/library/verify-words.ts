/** What verifying a file found, in words. */
import type { Finding, Mismatch, Verified } from '../formats/verify.ts';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { rejectionWords } from './import-words.ts';

const sumNames: [keyof Verified, MessageKey][] = [
  ['annotations', 'annotations'], ['checked', 'verifyChecked'], ['matched', 'verifyMatched'], ['mismatched', 'verifyMismatched'],
  ['uncheckable', 'verifyUncheckable'], ['unreadable', 'verifyUnreadable'],
];

export function sumWords(sum: Verified): [name: string, count: string][] {
  return sumNames.map(([key, name]) => [message(name), count(sum[key])]);
}

export function findingWords(finding: Exclude<Finding, { count: number }>): string {
  return 'rejection' in finding ? rejectionWords(finding.rejection) : mismatchWords(finding.mismatch);
}

function mismatchWords({ annotation, url, which }: Mismatch): string {
  return which === 'capture'
    ? message('verifyMismatchOwn', url, annotation) : message('verifyMismatchVersion', url, annotation, count(which.version));
}
