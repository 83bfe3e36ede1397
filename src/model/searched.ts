/** What an index keeps of an annotation and its post, without what it is asked for: see `query-match.ts`. */
import type { Annotation } from './annotation.ts';
import type { CaptureContent } from './capture.ts';

/** What an annotation and its post say themselves: the texts of them that words are looked for in. */
export function ownTexts({ note }: Pick<Annotation, 'note'>, { text, forwardedFrom, signature, poll }: CaptureContent): string[] {
  return [note, text, forwardedFrom?.name, signature, poll?.question, ...poll?.options ?? []].filter((each) => each !== undefined);
}

/** The post's time; of a post whose page did not tell it, that of the annotation. */
export function postTime({ createdAt }: Pick<Annotation, 'createdAt'>, { publishedAt }: Pick<CaptureContent, 'publishedAt'>): number {
  return publishedAt ?? createdAt;
}
