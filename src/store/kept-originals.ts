/** What is kept of posts' HTML, unzipped again. */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Original, PostPlace } from '../model/view.ts';
import { type Database, OriginalRow } from './schema.ts';

/** Each may be some hundred kilobytes. */
const batchSize = 50;

/** Of HTML that repeats itself, little may have been made of very much. What is larger was not kept to be read. */
const maxCharacters = 4_000_000;

/** The originals of these posts, a batch at a time. What cannot be read is left out. */
export async function* originalsOf(db: Database, posts: readonly PostPlace[]): AsyncGenerator<Original[]> {
  for (let at = 0; at < posts.length; at += batchSize) {
    const rows = await Promise.all(posts.slice(at, at + batchSize).map((post) => (
      db.originals.where(':id').between(post, [...post, Dexie.maxKey]).toArray()
    )));
    yield (await Promise.all(rows.flat().map(unzipped))).filter((original) => original !== undefined);
  }
}

/** @returns undefined for what cannot be read */
export async function unzipped(row: unknown): Promise<Original | undefined> {
  const parsed = v.safeParse(OriginalRow, row);
  if (!parsed.success) return undefined;
  const { channelRef, postId, id, gzip } = parsed.output;
  const html = await textOfGzip(gzip).catch(() => undefined);
  return html === undefined ? undefined : { channelRef, postId, captureId: id, html };
}

async function textOfGzip(gzip: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  let text = '';
  for await (const piece of new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.length > maxCharacters) return undefined;
  }
  return text;
}
