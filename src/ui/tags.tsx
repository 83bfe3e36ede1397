import type { ComponentChildren } from 'preact';
import { message } from '../webext/i18n.ts';

export interface ShownTag {
  name: string;
  /** Of `tagColours`; another is not shown. */
  colour?: string;
}

interface TagsProps {
  tags: readonly ShownTag[];
  /** How a name is shown; as it is, unless told. */
  show?: (name: string) => ComponentChildren;
}

/** The tags of an annotation, to read. */
export function Tags({ tags, show = (name) => name }: TagsProps) {
  if (tags.length === 0) return null;
  return (
    <ul class="chips" aria-label={message('tags')}>
      {tags.map(({ name, colour }) => <li class="chip" key={name} data-colour={colour}><bdi>{show(name)}</bdi></li>)}
    </ul>
  );
}
