/** What to export, in which form: loaded when it is opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { ExportScope } from '../formats/file-name.ts';
import type { LibraryData } from '../store/library.ts';
import { type ExportOptions, exportFile } from '../ui/export-file.ts';
import { saveFile } from '../ui/save-file.ts';
import { useLive } from '../ui/use-live.ts';
import type { Review } from '../ui/use-review.ts';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { Choices } from './choices.tsx';
import { type Format, type FormatOptions, formats, kindOf } from './export-kinds.ts';

export interface ExportPanelProps {
  id: string;
  data: LibraryData;
  review: Review;
  selectedIds: readonly string[];
  onClose: () => void;
}

type State = { name: 'idle' | 'done' | 'cancelled' | 'failed' } | { name: 'running'; done: number; total: number };

const scopeNames: Record<ExportScope, MessageKey> = { everything: 'exportEverything', found: 'exportFound', selected: 'exportSelected' };
const formatNames: Record<Format, MessageKey> = { json: 'formatJson', ndjson: 'formatNdjson', csv: 'formatCsv', markdown: 'formatMarkdown' };
const optionNames: Record<keyof FormatOptions, MessageKey> = { originals: 'exportOriginals', forExcel: 'exportForExcel', rowPerTag: 'exportRowPerTag', zip: 'exportZip' };
const optionsOf: Record<Format, readonly (keyof FormatOptions)[]> = { json: ['originals'], ndjson: [], csv: ['forExcel', 'rowPerTag'], markdown: ['zip'] };

export function ExportPanel({ id, data, review, selectedIds, onClose }: ExportPanelProps) {
  const all = useLive(() => data.countLiving(), []).value ?? 0;
  const [chosenScope, setScope] = useState<ExportScope>();
  const [format, setFormat] = useState<Format>('json');
  const [options, setOptions] = useState<FormatOptions>({ originals: false, forExcel: false, rowPerTag: false, zip: false });
  const [state, setState] = useState<State>({ name: 'idle' });
  const stop = useRef(new AbortController());
  const download = useRef<HTMLButtonElement>(null);
  // Who closes the panel gives up what it was doing.
  useEffect(() => () => stop.current.abort(), []);

  const amounts: Record<ExportScope, number> = { everything: all, found: review.found?.total ?? 0, selected: selectedIds.length };
  const scopes: ExportScope[] = ['everything', ...(review.filtered ? ['found' as const] : []), ...(selectedIds.length > 0 ? ['selected' as const] : [])];
  // As long as nothing else is chosen, the least of what there is.
  const scope = scopes.find((each) => each === chosenScope) ?? scopes.at(-1) ?? 'everything';
  const kind = kindOf(format, options);

  async function partOf(): Promise<ExportOptions['part']> {
    if (scope === 'everything') return undefined;
    return { scope, ids: scope === 'selected' ? selectedIds : await data.ids(review.query) };
  }
  async function run() {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const total = amounts[scope];
    setState({ name: 'running', done: 0, total });
    try {
      const part = await partOf();
      await exportFile(data, saveFile, {
        kind, signal, ...(part && { part }),
        onCount: (done) => setState({ name: 'running', done, total }),
      });
      setState({ name: 'done' });
    } catch (error) {
      if (!signal.aborted) console.error('Postil:', error);
      setState({ name: signal.aborted ? 'cancelled' : 'failed' });
    }
  }
  function cancel() {
    stop.current.abort();
    download.current?.focus();
  }

  const isRunning = state.name === 'running';
  return (
    <div class="panel export-panel" id={id} role="group" aria-label={message('exportAs')}
      onKeyDown={(event) => isPressed(event, libraryKeys.leave) && onClose()}>
      <Choices label={message('exportScope')} names={scopeNames} amounts={amounts} choices={scopes} chosen={scope} onChoose={setScope} />
      <Choices label={message('exportFormat')} names={formatNames} choices={formats} chosen={format} onChoose={setFormat} />
      <div class="choices">
        {optionsOf[format].map((option) => (
          <label key={option} class="choice">
            <input type="checkbox" checked={options[option]} onChange={({ currentTarget }) => setOptions({ ...options, [option]: currentTarget.checked })} />
            {message(optionNames[option])}
          </label>
        ))}
      </div>
      <div class="buttons">
        <button type="button" class="primary" ref={download} aria-disabled={isRunning} onClick={() => !isRunning && void run()}>{message('download')}</button>
        {isRunning && <button type="button" onClick={cancel}>{message('cancel')}</button>}
        {isRunning && <progress aria-label={message('exporting')} value={state.done} max={Math.max(state.total, 1)} />}
        {isRunning && <small>{message('exportProgress', count(state.done), count(state.total))}</small>}
        {state.name === 'failed' ? <p class="error" role="alert">{message('exportFailed')}</p> : (
          <small role="status">
            {state.name === 'done' && message('exported')}
            {state.name === 'cancelled' && message('exportCancelled')}
            {state.name === 'idle' && !kind.isBackup && message('exportOneWay')}
          </small>
        )}
      </div>
    </div>
  );
}
