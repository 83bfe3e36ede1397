/** The ids of an album's members. Apart from `media.ts`, since they are needed where nothing else of a post is read. */
import { parsePostUrl } from './address.ts';
import { parts } from './parts.ts';

/**
 * Each member of an album links to itself (captured: in the order of the page, the first is the post), as do several files
 * perhaps (documented only). Absent unless there are several.
 */
export function readMemberIds(post: Element, postId: number): number[] | undefined {
  const members = parts(post, '.grouped_media_wrap, .tgme_widget_message_document_wrap');
  const links = members.map((media) => parsePostUrl(media.getAttribute('href') ?? '')?.postId);
  const ids = [...new Set(links)].filter((id) => id !== undefined);
  return ids.length > 1 && ids.includes(postId) ? ids : undefined;
}
