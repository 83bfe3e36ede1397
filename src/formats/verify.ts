/**
 * Whether the contents that a file holds are those that its ids name. Each id is the SHA-256 of the content's canonical form
 * (`model/capture.ts`), so that a changed word, link, attachment, poll or origin makes another one. Views are no content.
 *
 * It shows that contents and ids belong together, and no more: whoever changes a content can work out its id anew.
 */
import { canonicalVersion, captureId } from '../model/capture.ts';
import { canonicalUrl } from '../model/identity.ts';
import type { Rejection } from '../model/import.ts';
import type { FileAnnotation } from './json-fields.ts';
import { exportParts } from './read-export.ts';
import { type LeftOut, checkNamed, contentOf, parseAnnotation } from './read-parts.ts';

/** A content that is not what its id says. */
export interface Mismatch {
  /** Id of the annotation, and its place in the file, from 1. */
  annotation: string;
  position: number;
  /** Address of the post. */
  url: string;
  /** What it was made on, or another content of the post, by its place in the history, from 1. */
  which: 'capture' | { version: number };
  stated: string;
  computed: string;
}

/**
 * Contents: `matched` and `mismatched` were `checked`. `uncheckable`: in another canonical form than ours, or without an id.
 * Annotations: `unreadable` could not be read, so that nothing of them was checked.
 */
export interface Verified {
  annotations: number;
  checked: number;
  matched: number;
  mismatched: number;
  uncheckable: number;
  unreadable: number;
}

/** `count`: how many annotations were looked at so far. */
export type Finding = { mismatch: Mismatch } | { rejection: Rejection } | { count: number };

/** One annotation with its place, and what its contents are, in the order of the file. */
interface Part {
  position: number;
  file: FileAnnotation;
  /** Undefined: not checkable. */
  computed: (string | undefined)[];
}

/**
 * Reads a JSON or NDJSON export as it comes, each content on its own.
 * @param chunks the file's text, in pieces of any size
 * @returns what is found, and at last how much of it; throws a `FileError` when the file is none of ours
 */
export async function* verifyExport(chunks: AsyncIterable<string>): AsyncGenerator<Finding, Verified> {
  const sum: Verified = { annotations: 0, checked: 0, matched: 0, mismatched: 0, uncheckable: 0, unreadable: 0 };
  const parts = exportParts(chunks, partOf);
  let next = await parts.next();
  for (; !next.done; next = await parts.next()) {
    sum.annotations += 1;
    if ('rejection' in next.value) {
      sum.unreadable += 1;
      yield next.value;
    } else {
      for (const mismatch of compare(next.value, sum)) yield { mismatch };
    }
    yield { count: sum.annotations };
  }
  checkNamed(next.value);
  return sum;
}

async function partOf(position: number, value: unknown): Promise<Part | LeftOut> {
  const parsed = parseAnnotation(position, value);
  if ('rejection' in parsed) return parsed;
  const { file } = parsed;
  return { position, file, computed: await Promise.all(contentsOf(file).map(({ canonical, id, said }) => (
    id !== undefined && canonical === canonicalVersion ? captureId(contentOf(said)) : undefined
  ))) };
}

function contentsOf({ post: { channel: _, channelId: __, postId: ___, ...said }, capture, history }: FileAnnotation) {
  return [
    { canonical: capture?.canonical, id: capture?.id, said },
    ...(history?.versions ?? []).map(({ id, canonical, reader: ____, at: _____, ...version }) => ({ canonical, id, said: version })),
  ];
}

function compare({ position, file, computed }: Part, sum: Verified): Mismatch[] {
  return contentsOf(file).flatMap(({ id }, i): Mismatch[] => {
    const found = computed[i];
    if (found === undefined || id === undefined) {
      sum.uncheckable += 1;
      return [];
    }
    sum.checked += 1;
    sum[found === id ? 'matched' : 'mismatched'] += 1;
    if (found === id) return [];
    const url = canonicalUrl({ handle: file.post.channel, postId: file.post.postId });
    return [{ annotation: file.id, position, url, which: i === 0 ? 'capture' : { version: i }, stated: id, computed: found }];
  });
}
