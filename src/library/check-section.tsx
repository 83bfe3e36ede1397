import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CheckReport } from '../store/check.ts';
import type { LibraryData } from '../store/library.ts';
import { rebuildIndex } from '../ui/rebuild-index.ts';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { count as number, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { countWords, groupProblems } from './check-words.ts';

type State =
  | { name: 'idle' }
  | { name: 'running'; done: number; total: number; stop: AbortController }
  | { name: 'done'; report: CheckReport }
  | { name: 'failed'; error: unknown };

/** Walks through everything on request and says what is wrong with it. Changes nothing. */
export function CheckSection({ data }: { data: LibraryData }) {
  const title = useId();
  const [state, setState] = useState<State>({ name: 'idle' });
  const start = useRef<HTMLButtonElement>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run() {
    const stop = new AbortController();
    running.current = stop;
    setState({ name: 'running', done: 0, total: 0, stop });
    try {
      const report = await data.check({ signal: stop.signal, onProgress: (done, total) => setState({ name: 'running', done, total, stop }) });
      setState({ name: 'done', report });
    } catch (error) {
      setState(stop.signal.aborted ? { name: 'idle' } : { name: 'failed', error });
    }
  }

  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{message('checkData')}</h2>
      <p>{message('checkDataSays')}</p>
      <div class="buttons">
        {/* Not `disabled`: that would take focus away. */}
        <button type="button" ref={start} aria-disabled={state.name === 'running'}
          onClick={() => state.name !== 'running' && void run()}>{message('checkData')}</button>
        <button type="button" onClick={rebuildIndex}>{message('rebuildIndex')}</button>
        {state.name === 'running' && (
          <>
            <progress aria-label={message('checking')} {...(state.total > 0 && { value: state.done, max: state.total })} />
            <button type="button" class="quiet" onClick={() => {
              state.stop.abort();
              start.current?.focus();
            }}>{message('cancel')}</button>
          </>
        )}
      </div>
      <p role="status">{state.name === 'done' && state.report.problems.length === 0 && message('allIsWell')}</p>
      {state.name === 'failed' && <p class="error" role="alert">{readingFailureWords(state.error)}</p>}
      {state.name === 'done' && <Report report={state.report} />}
    </section>
  );
}

function Report({ report: { counts, problems } }: { report: CheckReport }) {
  return (
    <>
      {problems.length > 0 && (
        <div role="alert">
          <p>{plural('problemCount', problems.length)} {message('problemsHint')}</p>
          <ul class="problems">
            {groupProblems(problems).map(({ words, count, ids }) => (
              <li key={words}>
                {words} ({number(count)})
                <ul>{ids.map((id) => <li key={id}><code>{id}</code></li>)}</ul>
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl class="counts">
        {countWords(counts).map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{count}</dd></div>)}
      </dl>
    </>
  );
}
