/** Reads a post as it is offered for annotation. */
import type { Input } from '../messages/table.ts';
import type { PostKey } from '../model/post.ts';
import { readPost, readSighting, readerVersion } from '../telegram/post.ts';

/** A post's markup is 2 to 30 kB; what is far beyond that is not one that Telegram made, nor worth the time to copy it. */
const maxHtml = 200_000;
const maxElements = 10_000;

/** Set on posts in which words are marked, for the styles of these to be about no others. */
export const quotesAttribute = 'data-postil-quotes';

type Offer = Input<'posts.content'>;

/** @returns undefined when the post cannot be read */
export function readOffer(element: Element, key: PostKey): Offer | undefined {
  const post = readPost(element);
  return post && {
    // The key as it was when the post came: it may hold the channel's number, which the page takes away.
    post: { ...post, ...key },
    sighting: readSighting(element, document, Date.now()),
    reader: readerVersion,
  };
}

/** With the post's markup, for a better reader to read it again. */
export function withOriginal(offer: Offer, element: Element): Offer {
  const html = originalHtml(element);
  return { ...offer, ...(html !== undefined && { html }) };
}

function originalHtml(element: Element): string | undefined {
  if (element.getElementsByTagName('*').length > maxElements || element.textContent.length > maxHtml) return undefined;
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return undefined;
  copy.removeAttribute(quotesAttribute);
  for (const ours of copy.querySelectorAll('postil-annotation')) ours.remove();
  const html = copy.outerHTML;
  return html.length <= maxHtml ? html : undefined;
}
