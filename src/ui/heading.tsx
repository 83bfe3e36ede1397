import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
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

/** How many annotations there are or were found. How many there are at first is to be seen, and only what it becomes to be heard. */
export function Count({ review: { found, filtered } }: { review: Review }) {
  const isRead = found !== undefined;
  const [isHeard, setHeard] = useState(false);
  useEffect(() => setHeard(isRead), [isRead]);
  return <small role="status" aria-live={isHeard ? 'polite' : 'off'}>{found && found.total > 0 ? plural(filtered ? 'foundCount' : 'annotationCount', found.total) : ''}</small>;
}
