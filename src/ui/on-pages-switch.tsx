import { useState } from 'preact/hooks';
import { type OnPages, onPagesChoices, onPagesWords } from '../model/options.ts';
import { message } from '../webext/i18n.ts';
import { failureWords } from './failure-words.ts';
import { call } from './worker.ts';

/** What is shown on t.me pages; all tabs follow at once. */
export function OnPagesSwitch({ value }: { value: OnPages }) {
  const [error, setError] = useState<string>();
  return (
    <label class="on-pages">
      <small>{message('onPages')}</small>
      <select value={value} onChange={(event) => {
        const onPages = onPagesChoices.find((choice) => choice === event.currentTarget.value);
        setError(undefined);
        if (onPages) call('options.setOnPages', { onPages }).catch((failure: unknown) => setError(failureWords(failure)));
      }}>
        {onPagesChoices.map((choice) => <option key={choice} value={choice}>{message(onPagesWords[choice])}</option>)}
      </select>
      {error !== undefined && <span class="error" role="alert">{error}</span>}
    </label>
  );
}
