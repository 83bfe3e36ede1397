/** Reads a JSON export back, some annotations at a time, so that no more than these need be in memory. */
import type { ImportHead, ImportPiece } from '../model/import.ts';
import { JsonError, splitJson } from './json-split.ts';
import { FileError, type FileFields, type PartReader, checkFormat, readAnnotation, readHead } from './read-parts.ts';
import { UnderWay } from './under-way.ts';

/**
 * @param chunks the file's text, in pieces of any size
 * @param now stands for times that the file does not tell
 * @returns the annotations and what cannot be taken, as they come, and at last all the rest; throws a `FileError`
 */
export async function* readJson(chunks: AsyncIterable<string>, now: number): AsyncGenerator<ImportPiece, ImportHead> {
  return yield* readHead(yield* jsonParts(chunks, (position, value) => readAnnotation(position, value, now)));
}

/**
 * @param read what becomes of an annotation
 * @returns what became of each, and at last all other fields; throws a `FileError`
 */
export async function* jsonParts<Part>(chunks: AsyncIterable<string>, read: PartReader<Part>): AsyncGenerator<Part, FileFields> {
  const fields = new Map<string, unknown>();
  const underWay = new UnderWay<Part>();
  let position = 0;
  try {
    for await (const { key, value, inList } of splitJson(chunks, 'annotations')) {
      if (inList) {
        const next = underWay.add(read(++position, value));
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
  return fields;
}
