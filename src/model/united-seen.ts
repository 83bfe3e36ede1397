/** Two histories of one post in one. Apart from the rest, which popup and worker load, too. */
import { type Seen, maxSeen, thinned } from './history.ts';

/** Tells looks apart. */
function lookKey(look: Seen): string {
  return `${look.at} ${look.version?.id ?? ''} ${look.version?.reader ?? ''}`;
}

/**
 * The looks of both, such as those of a file with those that are here, in the order of time. Where as many are kept already
 * as may be, of what lies between them only what had another content is taken in: else a file would be taken in anew each time.
 * @param here stay as they are where both have the same look
 */
export function unitedSeen(here: readonly Seen[], others: readonly Seen[]): Seen[] {
  const [first = Infinity, last = -Infinity] = here.length < maxSeen ? [] : [here[0]?.at, here.at(-1)?.at];
  const contents = new Set(here.map((look) => look.version?.id));
  const taken = others.filter((look) => look.at < first || look.at > last || !contents.has(look.version?.id));
  const united = new Map([...taken, ...here].map((look) => [lookKey(look), look]));
  return thinned([...united.values()].sort((a, b) => a.at - b.at || (lookKey(a) < lookKey(b) ? -1 : 1)));
}
