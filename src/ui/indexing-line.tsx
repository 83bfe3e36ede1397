import { message } from '../webext/i18n.ts';
import { percent } from './words.ts';

/** Says that what is found is not all there is yet. */
export function IndexingLine({ done, total }: { done: number; total: number }) {
  return <p class="indexing" role="status">{message('preparingSearch', percent(done / Math.max(1, total)))}</p>;
}
