/** Where in a text stands what a query looks for, to be marked. */
import { placedWords } from './words.ts';
import { standsAt } from './query-match.ts';
import type { Term } from './query.ts';

/** From its first UTF-16 unit to the one after its last. */
export type Stretch = [start: number, end: number];

/** The words of a text that the query's words ask for, whole, in their order and without overlaps. */
export function hits(text: string, terms: readonly Term[]): Stretch[] {
  const wordings = terms.flatMap((term) => (term.is === 'words' && !term.not ? [term] : []));
  const placed = wordings.length > 0 ? placedWords(text) : [];
  const present = placed.map(({ word }) => word);
  const stretches: Stretch[] = [];
  placed.forEach(({ start }, at) => {
    for (const wording of wordings) {
      const end = placed[at + wording.words.length - 1]?.end;
      if (end === undefined || !standsAt(present, at, wording)) continue;
      const last = stretches.at(-1);
      if (last && last[1] >= start) last[1] = Math.max(last[1], end);
      else stretches.push([start, end]);
    }
  });
  return stretches;
}
