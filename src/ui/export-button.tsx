import { useState } from 'preact/hooks';
import { message } from '../webext/i18n.ts';
import { exportFile } from './export-file.ts';
import type { ReviewData } from './review-data.ts';
import { saveFile } from './save-file.ts';

/** Downloads everything as one JSON file. */
export function ExportButton({ label, data }: { label: string; data: ReviewData }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  async function run() {
    setState('busy');
    try {
      await exportFile(data, saveFile);
      setState('idle');
    } catch (error) {
      console.error('Postil:', error);
      setState('failed');
    }
  }
  return (
    <>
      <button type="button" disabled={state === 'busy'} onClick={() => void run()}>{label}</button>
      {state === 'failed' && <p class="error" role="alert">{message('exportFailed')}</p>}
    </>
  );
}
