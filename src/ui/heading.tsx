import { Icon } from './icon.tsx';
import { plural } from './words.ts';
import type { Review } from './use-review.ts';

/** The mark, the name, and how many annotations there are or were found. */
export function Heading({ review: { found, filtered } }: { review: Review }) {
  return (
    <header class="heading">
      <h1><Icon name="pilcrow" /> Postil</h1>
      <small role="status">{found && found.total > 0 ? plural(filtered ? 'foundCount' : 'annotationCount', found.total) : ''}</small>
    </header>
  );
}
