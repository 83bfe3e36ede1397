/** A text with what was looked for marked in it. */
import { hits } from '../model/query-hits.ts';
import type { Term } from '../model/query.ts';

interface MarkedProps {
  text: string;
  terms: readonly Term[];
}

export function Marked({ text, terms }: MarkedProps) {
  const stretches = hits(text, terms);
  const ends = [0, ...stretches.map(([, end]) => end)];
  return (
    <>
      {stretches.flatMap(([start, end], i) => [text.slice(ends[i], start), <mark key={start}>{text.slice(start, end)}</mark>])}
      {text.slice(ends.at(-1))}
    </>
  );
}

/** Few lines of it are shown; the rest need not be laid out. */
const excerptLength = 500;
/** What stands before the first hit in the first line. */
const lead = 40;

/** The beginning of a text, or from shortly before what was looked for when that comes later. */
export function excerptOf(text: string, terms: readonly Term[]): string {
  const [[first] = [0]] = hits(text, terms);
  if (first <= 2 * lead) return text.slice(0, excerptLength);
  const from = text.lastIndexOf(' ', first - lead) + 1;
  return `… ${text.slice(from, from + excerptLength)}`;
}
