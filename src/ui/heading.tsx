import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { plural } from './words.ts';
import type { Review } from './use-review.ts';

/** The mark and the name, and what stands beside them. */
export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <header class="heading">
      <h1><Icon name="pilcrow" /> Postil</h1>
      {children}
    </header>
  );
}

/** How many annotations there are or were found. */
export function Count({ review: { found, filtered } }: { review: Review }) {
  return <small role="status">{found && found.total > 0 ? plural(filtered ? 'foundCount' : 'annotationCount', found.total) : ''}</small>;
}
