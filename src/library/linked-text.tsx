import type { Entity } from '../model/post.ts';
import { safeLink } from './links.ts';

export interface LinkedTextProps {
  text: string;
  entities: readonly Entity[];
}

/** A post's text with its links. Of those that overlap, the first counts. */
export function LinkedText({ text, entities }: LinkedTextProps) {
  const links = entities.flatMap(({ start, end, url }) => {
    const href = safeLink(url);
    return href !== undefined && start < end && end <= text.length ? [{ start, end, href }] : [];
  }).sort((a, b) => a.start - b.start);
  const apart = links.filter(({ start }, i) => links.slice(0, i).every(({ end }) => end <= start));
  const ends = [0, ...apart.map(({ end }) => end)];
  return (
    <>
      {apart.flatMap(({ start, end, href }, i) => [
        text.slice(ends[i], start), <a key={start} href={href} target="_blank" rel="noreferrer">{text.slice(start, end)}</a>,
      ])}
      {text.slice(ends.at(-1))}
    </>
  );
}
