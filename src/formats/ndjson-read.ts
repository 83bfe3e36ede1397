/** Reads an NDJSON export back, some annotations at a time, so that no more than these need be in memory. */
import type { ImportHead, ImportPiece, Rejection } from '../model/import.ts';
import { type Line, splitLines } from './lines.ts';
import { FileError, checkFormat, readAnnotation, readHead } from './read-parts.ts';
import { UnderWay } from './under-way.ts';

/**
 * A line that is no JSON is left out by its place, as annotations are; but when the file ends in the middle of one, it was
 * cut off.
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readNdjson(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  const underWay = new UnderWay<ImportPiece>();
  let fields: ReadonlyMap<string, unknown> | undefined;
  let position = 0;
  for await (const line of splitLines(chunks)) {
    if (!fields) {
      fields = headOf(line);
      checkFormat(fields);
    } else {
      const next = underWay.add(readLine(++position, line, now));
      if (next) yield await next;
    }
  }
  yield* underWay.rest();
  if (!fields) throw new FileError({ code: 'empty' });
  return yield* readHead(fields);
}

function headOf({ text, number }: Line): ReadonlyMap<string, unknown> {
  const head = text === undefined ? undefined : parsed(text);
  if (!head) throw new FileError({ code: 'not-json', line: number });
  const { value } = head;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileError({ code: 'no-object' });
  return new Map(Object.entries(value));
}

/** Not async, so that a file that is cut off fails at once and not in its turn. */
function readLine(position: number, { text, number, ended }: Line, now: number): Promise<ImportPiece> {
  const leftOut = (code: 'not-json' | 'long-line'): Promise<{ rejection: Rejection }> => (
    Promise.resolve({ rejection: { part: 'annotations', position, reason: { code, line: number } } })
  );
  if (text === undefined) return leftOut('long-line');
  const line = parsed(text);
  if (line) return readAnnotation(position, line.value, now);
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
