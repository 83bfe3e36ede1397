import { message } from '../webext/i18n.ts';
import { percent } from './words.ts';

/** Says why searching is slow for now. */
export function IndexingLine({ done, total }: { done: number; total: number }) {
  return <p class="indexing" role="status">{message('indexing')} {percent(done / Math.max(1, total))} · {message('indexingSays')}</p>;
}
