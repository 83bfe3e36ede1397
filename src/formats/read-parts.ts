/**
 * The parts that JSON and NDJSON files have in common, read back. Unknown fields are ignored; what a file of another maker
 * may lack is guessed.
 */
import { type CaptureContent, canonicalVersion, captureId } from '../model/capture.ts';
import { canonicalUrl } from '../model/identity.ts';
import {
  type ImportEntry, type ImportHead, type ImportPart, type ImportPiece, type ImportedCapture, type ImportedChannel, type ImportedHistory,
  type ImportedTag, type Nothing, type Rejection, whole,
} from '../model/import.ts';
import type { Author } from '../model/view.ts';
import { formatVersion } from './exported.ts';
import { FileAnnotation, FileAuthor, FileChannel, type FileContent, type FileHistory, FileTag, FileTagName } from './json-fields.ts';
import type { JsonFault } from './json-split.ts';
import { parsePart } from './rejection.ts';

/** Why nothing at all can be read from a file: it is no JSON, JSON of another kind, or of a version of ours that came later. */
export type FileFault = JsonFault | { code: 'not-postil' } | { code: 'newer'; version: number };

export class FileError extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
    this.name = 'FileError';
  }
}

/** All of a file but the annotations, as it stands there. */
export type FileFields = ReadonlyMap<string, unknown>;

/** What is made of one annotation of a file. */
export type PartReader<Part> = (position: number, value: unknown) => Promise<Part>;

export interface LeftOut {
  rejection: Rejection;
}

/** Fails as soon as what is known of a file shows that it is none of ours. */
export function checkFormat(fields: FileFields): void {
  if (fields.has('format') && fields.get('format') !== 'postil') throw new FileError({ code: 'not-postil' });
  const version = fields.get('version');
  if (!fields.has('version') || version === formatVersion) return;
  throw new FileError(typeof version === 'number' && version > formatVersion
    ? { code: 'newer', version } : { code: 'not-postil' });
}

export async function readAnnotation(position: number, value: unknown, now: number): Promise<ImportPiece> {
  const parsed = parseAnnotation(position, value);
  return 'rejection' in parsed ? parsed : { entry: await entryOf(position, parsed.file, now) };
}

/** An annotation as the file has it, its ids included. */
export function parseAnnotation(position: number, value: unknown): { file: FileAnnotation } | LeftOut {
  const parsed = parsePart(FileAnnotation, value);
  return 'reason' in parsed ? { rejection: { part: 'annotations', position, reason: parsed.reason } } : { file: parsed.output };
}

async function entryOf(position: number, file: FileAnnotation, now: number): Promise<ImportEntry> {
  const { channel: handle, channelId, postId, ...said } = file.post;
  const content = contentOf(said);
  const createdAt = file.createdAt ?? file.updatedAt ?? now;
  const known = file.capture ?? { canonical: canonicalVersion, reader: 0, at: file.seen?.at ?? createdAt, id: undefined };
  const capture = await captureOf(known, content);
  return whole<ImportEntry>({
    position,
    author: file.author,
    channel: { handle, ...(channelId !== undefined && { telegramId: channelId }) },
    tags: file.tags ?? [],
    annotation: whole<ImportEntry['annotation']>({
      id: file.id,
      postId,
      captureId: capture.id,
      target: file.target ?? { kind: 'post' },
      note: file.note ?? '',
      createdAt,
      updatedAt: file.updatedAt ?? createdAt,
      rev: file.rev ?? 1,
      deletedAt: undefined,
      seen: file.seen ?? { at: createdAt, url: canonicalUrl({ handle, postId }), page: 'other', app: '' },
    }),
    capture,
    history: file.history && await historyOf(file.history, [known.id, capture]),
  });
}

/** What a post said, as the model has it. */
export function contentOf({ publishedAt, author: signature, ...others }: FileContent): CaptureContent {
  return {
    ...others,
    kinds: others.kinds ?? (others.text === undefined ? [] : ['text']),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(signature !== undefined && { signature }),
  };
}

type Known = Omit<ImportedCapture, 'id' | 'content'> & { id: string | undefined };

/** What the id of our own canonical form is, is not for a file to say. */
async function captureOf({ id, canonical, reader, at }: Known, content: CaptureContent): Promise<ImportedCapture> {
  const isOurs = id === undefined || canonical === canonicalVersion;
  return whole<ImportedCapture>({ id: isOurs ? await captureId(content) : id, canonical, reader, at, content });
}

/** @param own what the annotation was made on, with the id that the file gives it */
async function historyOf({ versions, seen, ...rest }: FileHistory, own: [stated: string | undefined, ImportedCapture]): Promise<ImportedHistory> {
  const forgotten: Nothing = rest;
  const read = await Promise.all(versions.map(async ({ id, canonical, reader, at, ...said }): Promise<[string, ImportedCapture]> => (
    [id, await captureOf({ id, canonical, reader, at }, contentOf(said))]
  )));
  // The looks go on meaning the content that they meant in the file.
  const idOf = new Map([own, ...read].map(([stated, { id }]) => [stated, id]));
  return {
    versions: read.flatMap(([, capture]) => (capture.id === own[1].id ? [] : [capture])),
    seen: seen.map(({ version, ...sighting }) => ({
      ...sighting, ...(version && { version: { ...version, id: idOf.get(version.id) ?? version.id } }),
    })),
    ...forgotten,
  };
}

/** Fails when the file, read to its end, did not say that it is one of ours. */
export function checkNamed(fields: FileFields): void {
  if (!fields.has('format') || !fields.has('version')) throw new FileError({ code: 'not-postil' });
}

/** All but the annotations. */
export function* readHead(fields: FileFields): Generator<ImportPiece, ImportHead> {
  checkNamed(fields);
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
  fields: FileFields, part: ImportPart, read: (value: unknown) => Rejection['reason'] | undefined,
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
