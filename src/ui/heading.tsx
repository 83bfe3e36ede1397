import { plural } from './words.ts';
import type { Review } from './use-review.ts';

/** The mark, the name, and how many annotations there are or were found. */
export function Heading({ review: { found, filtered } }: { review: Review }) {
  return (
    <header class="heading">
      <h1><svg class="pilcrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M7 1h7v2h-2v12h-2V3H9v12H7V9a4 4 0 0 1 0-8z" /></svg> Postil</h1>
      <small role="status">{found && found.total > 0 ? plural(filtered ? 'foundCount' : 'annotationCount', found.total) : ''}</small>
    </header>
  );
}
