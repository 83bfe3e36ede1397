import type { Entity } from '../model/post.ts';
import { safeLink } from './links.ts';

/** A stretch of a text, `start` to `end` (exclusive). */
interface Stretch {
  start: number;
  end: number;
}

export interface LinkedTextProps {
  text: string;
  entities: readonly Entity[];
  /** What is marked in it. */
  quote?: Stretch | undefined;
}

/** A post's text with its links. Of those that overlap, the first counts. */
export function LinkedText({ text, entities, quote }: LinkedTextProps) {
  const links = entities.flatMap(({ start, end, url }) => {
    const href = safeLink(url);
    return href !== undefined && start < end && end <= text.length ? [{ start, end, href }] : [];
  }).sort((a, b) => a.start - b.start);
  const apart = links.filter(({ start }, i) => links.slice(0, i).every(({ end }) => end <= start));
  const ends = [0, ...apart.map(({ end }) => end)];
  const piece = (start: number, end: number) => <Quoted text={text} start={start} end={end} quote={quote} />;
  return (
    <>
      {apart.flatMap(({ start, end, href }, i) => [
        piece(ends[i] ?? 0, start), <a key={start} href={href} target="_blank" rel="noreferrer">{piece(start, end)}</a>,
      ])}
      {piece(ends.at(-1) ?? 0, text.length)}
    </>
  );
}

/** A piece of the text, with so much of the quote marked as is in it. */
function Quoted({ text, start, end, quote }: Stretch & { text: string; quote: Stretch | undefined }) {
  const [from, to] = [Math.max(start, quote?.start ?? end), Math.min(end, quote?.end ?? start)];
  return from < to ? <>{text.slice(start, from)}<mark>{text.slice(from, to)}</mark>{text.slice(to, end)}</> : <>{text.slice(start, end)}</>;
}
