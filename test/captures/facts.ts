/**
 * What captured pages of the real t.me say, one file for each page, one line for each post. The facts were taken from
 * the markup by other means than Postil's reader and looked over by hand, so that the two can be held against each
 * other. The pages are other people's words and no part of this project: of a text there is only its length, the number
 * of its line breaks and its first three words. What a page does not show is absent here.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NoPostsReason, PageType } from '../../src/model/page.ts';

const folder = import.meta.dirname;

/** A text, told without repeating it: UTF-16 units, line breaks when it has some, the first three words. */
export interface Gist {
  length: number;
  breaks?: number;
  words: string;
}

/** What a page says of its channel. Counters in their order and as they are written. */
export interface ChannelFacts {
  handle: string;
  telegramId?: number;
  title?: string;
  description?: Gist;
  verified?: true;
  counters?: { value: string; type: string }[];
}

/** `id` is NAME/ID; the other fields are those of a post and its sighting, in the form that `asFacts` gives them. */
export interface PostFacts extends Record<string, unknown> {
  id: string;
  kinds: string[];
}

export interface CaptureFacts {
  page: { type: PageType; posts: number; reason?: NoPostsReason; channel?: ChannelFacts };
  posts: PostFacts[];
}

/** The captured pages that there are facts of, each by its file name. */
export function knownCaptures(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.replace(/json$/, 'html'));
}

/** The facts of a captured page by its file name; absent for pages that nobody has looked at yet. */
export function captureFacts(page: string): CaptureFacts | undefined {
  const file = join(folder, page.replace(/html$/, 'json'));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as CaptureFacts : undefined;
}
