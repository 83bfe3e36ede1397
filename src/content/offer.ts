/** Reads a post and offers it for annotation. */
import { CallError } from '../messages/result.ts';
import type { PostKey } from '../model/post.ts';
import { readPost, readSighting, readerVersion } from '../telegram/post.ts';
import { call } from './worker.ts';

/** A post's markup is 2 to 30 kB; what is far beyond that is not one that Telegram made, nor worth the time to copy it. */
const maxHtml = 200_000;
const maxElements = 10_000;

/** @returns the token by which the editor gets the post */
export async function offerPost(element: Element, key: PostKey): Promise<string> {
  const post = readPost(element);
  if (!post) throw new CallError('invalid', 'the post cannot be read');
  const html = originalHtml(element);
  const { token } = await call('editor.open', {
    // The key as it was when the post came: it may hold the channel's number, which the page takes away.
    post: { ...post, ...key },
    sighting: readSighting(element, document, Date.now()),
    reader: readerVersion,
    ...(html !== undefined && { html }),
  });
  return token;
}

function originalHtml(element: Element): string | undefined {
  if (element.getElementsByTagName('*').length > maxElements || element.textContent.length > maxHtml) return undefined;
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return undefined;
  for (const ours of copy.querySelectorAll('postil-annotation')) ours.remove();
  const html = copy.outerHTML;
  return html.length <= maxHtml ? html : undefined;
}
