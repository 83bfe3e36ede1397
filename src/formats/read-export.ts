/** Reads whatever of our files can be read back. What it is, it says itself: names of files get lost on the way. */
import type { ImportHead, ImportPiece } from '../model/import.ts';
import { jsonParts } from './json-read.ts';
import { maxLine } from './lines.ts';
import { ndjsonParts } from './ndjson-read.ts';
import { type FileFields, type LeftOut, type PartReader, readAnnotation, readHead } from './read-parts.ts';

/**
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readExport(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  return yield* readHead(yield* exportParts(chunks, (position, value) => readAnnotation(position, value, now)));
}

/** The same with something else made of the annotations; the other fields as they stand in the file. */
export async function* exportParts<Part>(chunks: AsyncIterable<string>, read: PartReader<Part>): AsyncGenerator<Part | LeftOut, FileFields> {
  const { line, all } = await firstLine(chunks);
  return yield* (isHead(line) ? ndjsonParts(all, read) : jsonParts(all, read));
}

/** Whether it is an object by itself, and says nothing of annotations: these are in the lines to come. */
function isHead(line: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null && 'format' in value && !('annotations' in value);
  } catch {
    return false;
  }
}

/** The first line that says anything, unless it does not end in sight; and all of the text. */
async function firstLine(chunks: AsyncIterable<string>): Promise<{ line: string | undefined; all: AsyncIterable<string> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const read: string[] = [];
  let length = 0;
  let begun = false;
  let line: string | undefined;
  while (line === undefined && length <= maxLine) {
    const { done, value: chunk }: IteratorResult<string, unknown> = await rest.next();
    if (done) break;
    read.push(chunk);
    const start: number = begun ? 0 : chunk.search(/\S/);
    begun ||= start >= 0;
    const end = begun ? chunk.indexOf('\n', start) : -1;
    if (end >= 0) line = read.join('').slice(0, length + end);
    length += chunk.length;
  }
  return { line, all: again(read, rest) };
}

async function* again(read: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield* read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
