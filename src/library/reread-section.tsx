import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { LibraryData } from '../store/library.ts';
import type { Reread } from '../store/reread.ts';
import { failureWords } from '../ui/failure-words.ts';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { bumpRev } from '../webext/rev.ts';

type State =
  | { name: 'idle' }
  | { name: 'running'; done: number; total: number }
  | { name: 'done'; result: Reread }
  | { name: 'failed'; error: unknown };

/** Has kept originals read again by the reader of today. */
export function RereadSection({ data }: { data: LibraryData }) {
  const title = useId();
  const [state, setState] = useState<State>({ name: 'idle' });
  const start = useRef<HTMLButtonElement>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  async function run() {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setState({ name: 'running', done: 0, total: 0 });
    try {
      const { originalReader } = await import('./read-original.ts');
      const result = await data.reread(originalReader, { signal, onProgress: (done, total) => setState({ name: 'running', done, total }) });
      if (result.reread > 0) await bumpRev();
      setState({ name: 'done', result });
    } catch (error) {
      setState({ name: 'failed', error });
    }
  }

  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('reread')}</h2>
      <p>{message('rereadSays')}</p>
      <div class="buttons">
        {/* Not `disabled`: that would take focus away. */}
        <button type="button" ref={start} aria-disabled={state.name === 'running'}
          onClick={() => state.name !== 'running' && void run()}>{message('reread')}</button>
        {state.name === 'running' && (
          <>
            <progress aria-label={message('rereading')} {...(state.total > 0 && { value: state.done, max: state.total })} />
            <button type="button" class="quiet" onClick={() => {
              stop.current.abort();
              start.current?.focus();
            }}>{message('cancel')}</button>
          </>
        )}
      </div>
      <p role="status">{state.name === 'done' && resultWords(state.result)}</p>
      {state.name === 'failed' && <p class="error" role="alert">{failureWords(state.error)}</p>}
    </section>
  );
}

function resultWords({ originals, reread, otherwise, unreadable }: Reread): string {
  const words = message('rereadDone', count(originals), count(reread), count(otherwise));
  return unreadable === 0 ? words : `${words} ${message('rereadUnreadable', count(unreadable))}`;
}
