/** What `content/describe.ts` leaves for the popup, under a symbol of this key in its world. */
import * as v from 'valibot';
import { markupFacts, noPostsReasons, pageTypes } from '../model/page.ts';

export const descriptionKey = 'postil.description';

/**
 * A page without posts says why; one with posts says nothing. One whose markup is no longer what it was says what is
 * missing, and how it is built; such a page may seem to have no posts and has some.
 */
export const PageDescription = v.object({
  noPosts: v.exactOptional(v.picklist(noPostsReasons)),
  markup: v.exactOptional(v.object({
    page: v.picklist(pageTypes),
    broken: v.pipe(v.array(v.picklist(markupFacts)), v.maxLength(markupFacts.length)),
    outline: v.pipe(v.string(), v.maxLength(50_000)),
  })),
});
export type PageDescription = v.InferOutput<typeof PageDescription>;
