import { useState } from 'preact/hooks';
import { message } from '../webext/i18n.ts';
import { exportFile } from './export-file.ts';
import type { ReviewData } from './review-data.ts';
import { saveFile } from './save-file.ts';

export interface ExportButtonProps {
  label: string;
  data: ReviewData;
  /** The file is the browser's now. */
  onExported?: () => void;
}

/** Downloads everything as one JSON file. */
export function ExportButton({ label, data, onExported }: ExportButtonProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  async function run() {
    setState('busy');
    try {
      await exportFile(data, saveFile);
      setState('idle');
      onExported?.();
    } catch (error) {
      console.error('Postil:', error);
      setState('failed');
    }
  }
  return (
    <>
      {/* Not `disabled`: that would take focus away. */}
      <button type="button" aria-disabled={state === 'busy'} onClick={() => state !== 'busy' && void run()}>{label}</button>
      {state === 'failed' && <p class="error" role="alert">{message('exportFailed')}</p>}
    </>
  );
}
