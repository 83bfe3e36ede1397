import { useId, useState } from 'preact/hooks';
import { failureWords } from '../ui/failure-words.ts';
import type { ReviewData } from '../ui/review-data.ts';
import { useLive } from '../ui/use-live.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';

/** Whether single letters mean something on t.me pages; all tabs follow at once. */
export function PageKeysSwitch({ data }: { data: Pick<ReviewData, 'options'> }) {
  const hint = useId();
  const { value: options } = useLive(() => data.options(), []);
  const [error, setError] = useState<string>();
  if (!options) return null;

  function change(box: HTMLInputElement) {
    const work = call('options.setPageKeys', { pageKeys: box.checked });
    // It shows what is, not what is wished.
    box.checked = options?.pageKeys ?? false;
    setError(undefined);
    work.catch((failure: unknown) => setError(failureWords(failure)));
  }
  return (
    <>
      <label class="choice">
        <input type="checkbox" checked={options.pageKeys} aria-describedby={hint} onChange={(event) => change(event.currentTarget)} />
        {message('pageKeys')}
      </label>
      <p id={hint}><small>{message('pageKeysHint')}</small></p>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </>
  );
}
