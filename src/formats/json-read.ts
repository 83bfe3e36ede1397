/** Reads a JSON export back, some annotations at a time, so that no more than these need be in memory. */
import type { ImportHead, ImportPiece } from '../model/import.ts';
import { JsonError, splitJson } from './json-split.ts';
import { FileError, checkFormat, readAnnotation, readHead } from './read-parts.ts';
import { UnderWay } from './under-way.ts';

/**
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readJson(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  const fields = new Map<string, unknown>();
  const underWay = new UnderWay<ImportPiece>();
  let position = 0;
  try {
    for await (const { key, value, inList } of splitJson(chunks, 'annotations')) {
      if (inList) {
        const next = underWay.add(readAnnotation(++position, value, now));
        if (next) yield await next;
      } else {
        fields.set(key, value);
        checkFormat(fields);
      }
    }
  } catch (error) {
    throw error instanceof JsonError ? new FileError(error.fault) : error;
  }
  yield* underWay.rest();
  return yield* readHead(fields);
}
