import { useState } from 'preact/hooks';
import { exportFileName, exportJson } from '../formats/json.ts';
import { message } from '../webext/i18n.ts';
import { appVersion } from '../webext/runtime.ts';
import type { ReviewData } from './review-data.ts';
import { saveFile } from './save-file.ts';

/** Downloads everything as one JSON file. */
export function ExportButton({ label, data }: { label: string; data: ReviewData }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  async function run() {
    setState('busy');
    try {
      const now = Date.now();
      const source = await data.exportSource();
      await saveFile(exportFileName(now), 'application/json', exportJson(source, { now, generator: `Postil ${appVersion()}` }));
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
