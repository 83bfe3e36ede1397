import { useRef, useState } from 'preact/hooks';
import { failureWords } from '../ui/failure-words.ts';
import type { ReviewData } from '../ui/review-data.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { useLive } from '../ui/use-live.ts';
import { enumeration } from '../ui/words.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';

/** As long as tags are kept from post to post: which, and how to end it. */
export function KeptTagsHint({ data }: { data: ReviewData }) {
  const { value: kept } = useLive(() => data.keptTags(), []);
  const [error, setError] = useState<string>();
  const hint = useRef<HTMLDivElement>(null);
  useFocusReturn(hint);
  if (!kept) return null;
  return (
    <div ref={hint} class="page-hint" role="note">
      <p class="kept-tags">{kept.length === 0 ? message('keptNoTags') : message('keptTags', enumeration(kept))}</p>
      <button type="button" onClick={() => {
        setError(undefined);
        call('tags.keep', {}).catch((failure: unknown) => setError(failureWords(failure)));
      }}>{message('stopKeeping')}</button>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </div>
  );
}
