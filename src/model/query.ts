/** What a person looks for: words, and filters by tag and channel. */
import { words } from './fold.ts';

export interface Query {
  /** As typed. Every word must stand in the annotation as the start of a word. */
  text: string;
  tagId?: string;
  channelRef?: string;
}

/**
 * A test for the text side of a query.
 * @returns a function that is given all searchable texts of an annotation: note, tags, post text, channel …
 */
export function textMatcher(text: string): (fields: readonly string[]) => boolean {
  const wanted = words(text);
  if (wanted.length === 0) return () => true;
  return (fields) => {
    const present = fields.flatMap(words);
    return wanted.every((start) => present.some((word) => word.startsWith(start)));
  };
}
