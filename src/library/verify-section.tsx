import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Finding, Verified } from '../formats/verify.ts';
import { count, plural } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { ImportButton } from './import-button.tsx';
import { refusalWords } from './import-words.ts';
import { findingWords, sumWords } from './verify-words.ts';

type State =
  | { name: 'idle' }
  | { name: 'running'; file: string; part: number; annotations: number }
  | { name: 'done'; file: string; sum: Verified; found: readonly string[] }
  | { name: 'refused'; file: string; error: unknown };

/** So much of what is wrong is named; the rest is counted. */
const maxNamed = 100;

/** Says of an export whether its contents are what its ids name. Nothing of it is kept. */
export function VerifySection() {
  const title = useId();
  const [state, setState] = useState<State>({ name: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function verify(file: File) {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    let [part, annotations] = [0, 0];
    const found: string[] = [];
    const tell = () => setState({ name: 'running', file: file.name, part, annotations });
    tell();
    try {
      const [{ verifyExport }, { textOfExport }] = await Promise.all([import('../formats/verify.ts'), import('../formats/zip-read.ts')]);
      const findings: AsyncGenerator<Finding, Verified> = verifyExport(textOfExport(bytesOf(file, stop.signal, (read) => {
        part = read;
        tell();
      })));
      let next = await findings.next();
      for (; !next.done; next = await findings.next()) {
        if ('count' in next.value) annotations = next.value.count;
        else if (found.length < maxNamed) found.push(findingWords(next.value));
      }
      setState({ name: 'done', file: file.name, sum: next.value, found });
    } catch (error) {
      // Another file was chosen meanwhile, or the page was left.
      if (!stop.signal.aborted) setState({ name: 'refused', file: file.name, error });
    }
  }

  return (
    <section aria-labelledby={title} onDragOver={(event) => event.preventDefault()} onDrop={(event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void verify(file);
    }}>
      <h2 id={title}>{message('verifyFile')}</h2>
      <p>{message('verifySays')}</p>
      <div class="buttons">
        <ImportButton label={message('verifyFile')} accept=".json,.ndjson,.jsonl,.zip,application/json,application/x-ndjson,application/zip"
          onFile={(file) => void verify(file)} />
        {state.name === 'running' && <progress aria-label={message('verifying', state.file)} value={state.part} />}
        {state.name === 'running' && <small>{plural('annotationCount', state.annotations)}</small>}
      </div>
      <p role="status">{state.name === 'done' && isRight(state.sum) && message('verifyAllMatch', state.file)}</p>
      {state.name === 'refused' && <p class="error" role="alert">{state.file}: {refusalWords(state.error)}</p>}
      {state.name === 'done' && <Result {...state} />}
    </section>
  );
}

function isRight({ mismatched, unreadable }: Verified): boolean {
  return mismatched + unreadable === 0;
}

function Result({ file, sum, found }: { file: string; sum: Verified; found: readonly string[] }) {
  const more = sum.mismatched + sum.unreadable - found.length;
  return (
    <>
      {!isRight(sum) && (
        <div role="alert">
          <p>{message('verifyNotAll', file)}</p>
          <ul class="problems">{found.map((words, i) => <li key={i}>{words}</li>)}</ul>
          {more > 0 && <p>{message('verifyMore', count(more))}</p>}
        </div>
      )}
      <dl class="counts">{sumWords(sum).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </>
  );
}

async function* bytesOf(file: File, signal: AbortSignal, onRead: (part: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const bytes of file.stream()) {
    signal.throwIfAborted();
    read += bytes.length;
    onRead(read / file.size);
    yield bytes;
  }
}
