/** Reads a kept original. Loaded when somebody asks for it: nothing else in the library reads pages. */
import { findPosts } from '../telegram/find.ts';
import { readPost, readerVersion } from '../telegram/post.ts';
import type { PostReader } from '../store/reread.ts';

/**
 * The HTML is somebody else's. A document that a parser makes has no browsing context: it runs no script and loads nothing,
 * as long as nothing of it is put into ours. It has our policy, too, so that Chromium writes on the console which styles and
 * handlers it refuses; what the reader reads are attributes, which are there all the same. https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring
 */
export const originalReader: PostReader = {
  version: readerVersion,
  read(html) {
    const [element] = findPosts(new DOMParser().parseFromString(html, 'text/html'));
    return element && readPost(element);
  },
};
