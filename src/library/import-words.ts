/** What is wrong with a file, or went wrong with an import, for the person who must do something about it. */
import { FileError, type FileFault } from '../formats/read-parts.ts';
import type { ImportPart, Rejection, RejectionReason } from '../model/import.ts';
import { failureWords } from '../ui/failure-words.ts';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

/** Why nothing of a file can be taken. */
export function refusalWords(error: unknown): string {
  if (error instanceof FileError) return faultWords(error.fault);
  // What a decoder says of bytes that are no UTF-8. https://encoding.spec.whatwg.org/#dom-textdecoder-decode
  if (error instanceof TypeError) return message('fileNotText');
  // What reading a file says that was moved or changed meanwhile. https://w3c.github.io/FileAPI/#ErrorAndException
  if (error instanceof DOMException && error.name.startsWith('Not')) return message('fileUnreadable');
  return failureWords(error);
}

function faultWords(fault: FileFault): string {
  switch (fault.code) {
    case 'empty': return message('fileEmpty');
    case 'not-json': return message('fileNotJson', count(fault.line));
    case 'no-object':
    case 'not-postil': return message('fileNotPostil');
    case 'truncated': return message('fileTruncated');
    case 'newer': return message('fileNewer', String(fault.version));
  }
}

const partNames: Record<ImportPart, MessageKey> = {
  annotations: 'partAnnotation', authors: 'partAuthor', tags: 'partTag', channels: 'partChannel',
};

/** Which part of the file is left out, and why. */
export function rejectionWords({ part, position, reason }: Rejection): string {
  return `${message(partNames[part], count(position))}: ${reasonWords(reason)}`;
}

function reasonWords(reason: RejectionReason): string {
  switch (reason.code) {
    case 'missing': return message('rejectedMissing', reason.path);
    case 'time': return message('rejectedTime', reason.path);
    case 'tag-name': return message('rejectedTagName', reason.path);
    case 'half-character': return message('rejectedHalfCharacter', reason.path);
    case 'proto': return message('rejectedProto');
    case 'too-deep': return message('rejectedTooDeep', reason.path);
    case 'too-long': return message('rejectedTooLong', reason.path, count(reason.length), count(reason.limit));
    case 'not-json': return message('rejectedNotJson', count(reason.line));
    case 'long-line': return message('rejectedLongLine', count(reason.line));
    case 'same-id': return message('rejectedSameId', count(reason.position));
    case 'invalid': return reason.path === '' ? message('rejectedKind') : message('rejectedInvalid', reason.path);
  }
}
