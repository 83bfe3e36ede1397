/**
 * Reads a JSON export back, some annotations at a time, so that no more than these need be in memory.
 * Unknown fields are ignored; what a file of another maker may lack is guessed.
 */
import { type CaptureContent, canonicalVersion, captureId } from '../model/capture.ts';
import { canonicalUrl } from '../model/identity.ts';
import {
  type ImportEntry, type ImportHead, type ImportPart, type ImportPiece, type ImportedChannel, type ImportedTag, type Rejection, whole,
} from '../model/import.ts';
import type { Author } from '../model/view.ts';
import { FileAnnotation, FileAuthor, FileChannel, FileTag, FileTagName } from './json-fields.ts';
import { JsonError, type JsonFault, splitJson } from './json-split.ts';
import { formatVersion } from './json.ts';
import { parsePart } from './rejection.ts';

/** Why nothing at all can be read from a file: it is no JSON, JSON of another kind, or of a version of ours that came later. */
export type FileFault = JsonFault | { code: 'not-postil' } | { code: 'newer'; version: number };

export class FileError extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
    this.name = 'FileError';
  }
}

/**
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readJson(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  const fields = new Map<string, unknown>();
  const underWay: Promise<ImportPiece>[] = [];
  let position = 0;
  try {
    for await (const { key, value, inList } of splitJson(chunks, 'annotations')) {
      if (inList) {
        underWay.push(readAnnotation(++position, value, now));
        if (underWay.length > ahead) yield* first(underWay);
      } else {
        fields.set(key, value);
        checkFormat(fields);
      }
    }
  } catch (error) {
    throw error instanceof JsonError ? new FileError(error.fault) : error;
  }
  while (underWay.length > 0) yield* first(underWay);
  if (!fields.has('format') || !fields.has('version')) throw new FileError({ code: 'not-postil' });
  return yield* readHead(fields);
}

/** What is hashed is hashed by another thread: so many at once, to wait for it together. */
const ahead = 32;

async function* first(underWay: Promise<ImportPiece>[]): AsyncGenerator<ImportPiece> {
  const next = underWay.shift();
  if (next) yield await next;
}

function checkFormat(fields: ReadonlyMap<string, unknown>): void {
  if (fields.has('format') && fields.get('format') !== 'postil') throw new FileError({ code: 'not-postil' });
  const version = fields.get('version');
  if (!fields.has('version') || version === formatVersion) return;
  throw new FileError(typeof version === 'number' && version > formatVersion
    ? { code: 'newer', version } : { code: 'not-postil' });
}

async function readAnnotation(position: number, value: unknown, now: number): Promise<ImportPiece> {
  const parsed = parsePart(FileAnnotation, value);
  if ('reason' in parsed) return { rejection: { part: 'annotations', position, reason: parsed.reason } };
  return { entry: await entryOf(position, parsed.output, now) };
}

async function entryOf(position: number, file: FileAnnotation, now: number): Promise<ImportEntry> {
  const { channel: handle, channelId, postId, publishedAt, author: signature, ...others } = file.post;
  const content: CaptureContent = {
    ...others,
    kinds: others.kinds ?? (others.text === undefined ? [] : ['text']),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(signature !== undefined && { signature }),
  };
  const createdAt = file.createdAt ?? file.updatedAt ?? now;
  const known = file.capture ?? { canonical: canonicalVersion, reader: 0, at: file.seen?.at ?? createdAt, id: undefined };
  // What the id of our own canonical form is, is not for a file to say.
  const id = known.id === undefined || known.canonical === canonicalVersion ? await captureId(content) : known.id;
  return whole<ImportEntry>({
    position,
    author: file.author,
    channel: { handle, ...(channelId !== undefined && { telegramId: channelId }) },
    tags: file.tags ?? [],
    annotation: whole<ImportEntry['annotation']>({
      id: file.id,
      postId,
      captureId: id,
      target: file.target ?? { kind: 'post' },
      note: file.note ?? '',
      createdAt,
      updatedAt: file.updatedAt ?? createdAt,
      rev: file.rev ?? 1,
      deletedAt: undefined,
      seen: file.seen ?? { at: createdAt, url: canonicalUrl({ handle, postId }), page: 'other', app: '' },
    }),
    capture: whole<ImportEntry['capture']>({ id, canonical: known.canonical, reader: known.reader, at: known.at, content }),
  });
}

function* readHead(fields: ReadonlyMap<string, unknown>): Generator<ImportPiece, ImportHead> {
  const owner = parsePart(FileAuthor.entries.id, fields.get('owner'));
  const head: ImportHead = { authors: [], tags: [], channels: [], ...('output' in owner && { owner: owner.output }) };
  yield* readList(fields, 'authors', (value) => {
    const parsed = parsePart(FileAuthor, value);
    if ('reason' in parsed) return parsed.reason;
    const { id, name } = parsed.output;
    head.authors.push(whole<Author>({ id, name }));
    return undefined;
  });
  yield* readList(fields, 'tags', (value) => {
    const parsed = typeof value === 'string' ? parsePart(FileTagName, value) : parsePart(FileTag, value);
    if ('reason' in parsed) return parsed.reason;
    const { id, name, colour, description, pin, createdAt, updatedAt, rev }: Partial<ImportedTag> & { name: string } = parsed.output;
    head.tags.push(whole<ImportedTag>({ id, name, colour, description, pin, createdAt, updatedAt, rev }));
    return undefined;
  });
  yield* readList(fields, 'channels', (value) => {
    const parsed = parsePart(FileChannel, value);
    if ('reason' in parsed) return parsed.reason;
    const { channelId, title, handles } = parsed.output;
    head.channels.push(whole<ImportedChannel>({ telegramId: channelId, title, handles }));
    return undefined;
  });
  return head;
}

/** @param read keeps one value, or says why it cannot */
function* readList(
  fields: ReadonlyMap<string, unknown>, part: ImportPart, read: (value: unknown) => Rejection['reason'] | undefined,
): Generator<ImportPiece> {
  const list = fields.get(part) ?? [];
  if (!Array.isArray(list)) {
    yield { rejection: { part, position: 0, reason: { code: 'invalid', path: part } } };
    return;
  }
  for (const [index, value] of list.entries()) {
    const reason = read(value);
    if (reason) yield { rejection: { part, position: index + 1, reason } };
  }
}
