import { useId, useState } from 'preact/hooks';
import { maxAuthorName } from '../model/view.ts';
import type { LibraryData } from '../store/library.ts';
import { failureWords } from '../ui/failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';

/** What others will see beside what I wrote, when they import it. */
export function NameSection({ data }: { data: LibraryData }) {
  const title = useId();
  const name = useLive(() => data.ownName(), []);
  const [said, setSaid] = useState<'saved'>();
  const [error, setError] = useState<string>();
  function save(typed: string) {
    setSaid(undefined);
    setError(undefined);
    call('author.setName', { name: typed }).then(() => setSaid('saved'), (failure: unknown) => setError(failureWords(failure)));
  }
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('yourName')}</h2>
      <p>{message('yourNameSays')}</p>
      <div class="buttons">
        <input type="text" dir="auto" aria-label={message('yourName')} maxLength={maxAuthorName} value={name.value ?? ''}
          onChange={(event) => save(event.currentTarget.value)} />
        <span role="status">{said && message('saved')}</span>
      </div>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </section>
  );
}
