/**
 * A capture: what a post said when it was annotated.
 *
 * Its id is the SHA-256 of the canonical content, so that equal content has one id wherever it was seen.
 * Views, reactions, the "edited" mark and the channel's title are not content.
 */
import * as v from 'valibot';
import { Id } from './id.ts';
import { Post, PostId, Time } from './post.ts';

/** Version of `canonicalForm`. Only captures of equal versions may be compared. */
export const canonicalVersion = 1;

/** SHA-256 in hexadecimal digits. */
export const CaptureId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The part of a post that a capture keeps: everything but its names, which may change. */
export const CaptureContent = v.omit(Post, ['handle', 'postId', 'telegramId']);
export type CaptureContent = v.InferOutput<typeof CaptureContent>;

/** One stored capture. `reader` is the version of the code that read the page. */
export const Capture = v.object({
  id: v.string(),
  channelRef: Id,
  postId: PostId,
  canonical: v.number(),
  reader: v.number(),
  at: Time,
  content: CaptureContent,
});
export type Capture = v.InferOutput<typeof Capture>;

export function captureContent(post: Post): CaptureContent {
  const { handle: _, postId: __, telegramId: ___, ...content } = post;
  return content;
}

/**
 * The exact string that is hashed. JSON with a fixed order of keys; absent is written as null.
 * A hashtag's link says no more than its text, but holds the channel's handle, which may change.
 */
export function canonicalForm(content: CaptureContent): string {
  const links = (content.entities ?? []).flatMap(({ type, url }) => (url === undefined || type === 'hashtag' ? [] : [url]));
  return JSON.stringify([
    canonicalVersion,
    content.text ?? null,
    links,
    (content.media ?? []).map((media) => [media.kind, media.title ?? null]),
    content.forwardedFrom ? [content.forwardedFrom.name, content.forwardedFrom.url ?? null] : null,
    content.poll ? [content.poll.question, ...content.poll.options] : null,
  ]);
}

/** SHA-256 of the canonical form, as 64 hexadecimal digits. */
export async function captureId(content: CaptureContent): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalForm(content)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
