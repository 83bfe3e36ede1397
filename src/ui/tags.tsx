import type { Term } from '../model/query.ts';
import { message } from '../webext/i18n.ts';
import { Marked } from './marked.tsx';

/** The tags of an annotation, to read. */
export function Tags({ names, terms = [] }: { names: readonly string[]; terms?: readonly Term[] }) {
  if (names.length === 0) return null;
  return (
    <ul class="chips" aria-label={message('tags')}>
      {names.map((name) => <li class="chip" key={name}><bdi><Marked text={name} terms={terms} /></bdi></li>)}
    </ul>
  );
}
