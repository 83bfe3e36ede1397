import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { LibraryData } from '../store/library.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { failureWords } from '../ui/failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { plural } from '../ui/words.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';

export interface ErasePanelProps {
  data: LibraryData;
  onCancel: () => void;
  onErased: () => void;
}

/** The last word before everything goes. There is no Undo, so that a copy comes first, or the word that none is needed. */
export function ErasePanel({ data, onCancel, onErased }: ErasePanelProps) {
  const count = useLive(() => data.countLiving(), []);
  const [exported, setExported] = useState(false);
  const [needsNoCopy, setNeedsNoCopy] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);

  async function erase() {
    setBusy(true);
    setError(undefined);
    try {
      await call('data.erase', {});
      onErased();
    } catch (failure) {
      setError(failureWords(failure));
      setBusy(false);
    }
  }

  return (
    <div class="panel" role="group" aria-label={message('eraseEverything')} ref={panel} tabIndex={-1}
      onKeyDown={(event) => isPressed(event, libraryKeys.leave) && onCancel()}>
      {count.value !== undefined && <p>{message('eraseAmount', plural('annotationCount', count.value))}</p>}
      <p><strong>{message('eraseForGood')}</strong></p>
      {count.value !== 0 && (
        <>
          <div class="buttons">
            <ExportButton label={message('exportFirst')} data={data} onExported={() => setExported(true)} />
            <span role="status">{exported && message('exported')}</span>
          </div>
          <label class="choice">
            <input type="checkbox" checked={needsNoCopy} onChange={(event) => setNeedsNoCopy(event.currentTarget.checked)} />
            {message('needsNoCopy')}
          </label>
        </>
      )}
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <div class="buttons">
        <button type="button" class="primary" disabled={!exported && !needsNoCopy && count.value !== 0} aria-disabled={busy}
          onClick={() => !busy && void erase()}>{message('eraseEverything')}</button>
        <button type="button" onClick={onCancel}>{message('cancel')}</button>
      </div>
    </div>
  );
}
