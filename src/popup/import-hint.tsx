import type { ReviewData } from '../ui/review-data.ts';
import { useLive } from '../ui/use-live.ts';
import { message } from '../webext/i18n.ts';

/** An import that broke off goes on when the library is open; until then it must not pass for whole. */
export function ImportHint({ data }: { data: ReviewData }) {
  const { value } = useLive(() => data.importUnfinished(), []);
  return value === true ? <p class="page-hint" role="note">{message('importUnfinished')}</p> : null;
}
