import { useState } from 'preact/hooks';
import { message } from '../webext/i18n.ts';
import type { ReviewData } from './review-data.ts';

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
      const [{ exportFile }, { saveFile }] = await Promise.all([import('./export-file.ts'), import('./save-file.ts')]);
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
