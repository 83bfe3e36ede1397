import type { ComponentChildren } from 'preact';
import { message } from '../webext/i18n.ts';

interface TagsProps {
  names: readonly string[];
  /** How a name is shown; as it is, unless told. */
  show?: (name: string) => ComponentChildren;
}

/** The tags of an annotation, to read. */
export function Tags({ names, show = (name) => name }: TagsProps) {
  if (names.length === 0) return null;
  return (
    <ul class="chips" aria-label={message('tags')}>
      {names.map((name) => <li class="chip" key={name}><bdi>{show(name)}</bdi></li>)}
    </ul>
  );
}
