import { message } from '../webext/i18n.ts';

/** The tags of an annotation, to read. */
export function Tags({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <ul class="chips" aria-label={message('tags')}>
      {names.map((name) => <li class="chip" key={name}><bdi>{name}</bdi></li>)}
    </ul>
  );
}
