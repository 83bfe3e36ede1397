/** Reads an NDJSON export back, some annotations at a time, so that no more than these need be in memory. */
import type { ImportHead, ImportPiece } from '../model/import.ts';
import { type Line, splitLines } from './lines.ts';
import { FileError, type FileFields, type LeftOut, type PartReader, checkFormat, readAnnotation, readHead } from './read-parts.ts';
import { UnderWay } from './under-way.ts';

/**
 * A line that is no JSON is left out by its place, as annotations are; but when the file ends in the middle of one, it was
 * cut off.
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readNdjson(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  return yield* readHead(yield* ndjsonParts(chunks, (position, value) => readAnnotation(position, value, now)));
}

/**
 * @param read what becomes of an annotation
 * @returns what became of each, and of lines that are none, and at last the fields of the head; throws a `FileError`
 */
export async function* ndjsonParts<Part>(chunks: AsyncIterable<string>, read: PartReader<Part>): AsyncGenerator<Part | LeftOut, FileFields> {
  const underWay = new UnderWay<Part | LeftOut>();
  let fields: FileFields | undefined;
  let position = 0;
  for await (const line of splitLines(chunks)) {
    if (!fields) {
      fields = headOf(line);
      checkFormat(fields);
    } else {
      const next = underWay.add(readLine(++position, line, read));
      if (next) yield await next;
    }
  }
  yield* underWay.rest();
  if (!fields) throw new FileError({ code: 'empty' });
  return fields;
}

function headOf({ text, number }: Line): FileFields {
  const head = text === undefined ? undefined : parsed(text);
  if (!head) throw new FileError({ code: 'not-json', line: number });
  const { value } = head;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileError({ code: 'no-object' });
  return new Map(Object.entries(value));
}

/** Not async, so that a file that is cut off fails at once and not in its turn. */
function readLine<Part>(position: number, { text, number, ended }: Line, read: PartReader<Part>): Promise<Part | LeftOut> {
  const leftOut = (code: 'not-json' | 'long-line'): Promise<LeftOut> => (
    Promise.resolve({ rejection: { part: 'annotations', position, reason: { code, line: number } } })
  );
  if (text === undefined) return leftOut('long-line');
  const line = parsed(text);
  if (line) return read(position, line.value);
  if (!ended) throw new FileError({ code: 'truncated' });
  return leftOut('not-json');
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
