/** Reminds of an export when one is due, or saves a copy by itself where that is wished. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { exportDue } from '../model/backup.ts';
import { message } from '../webext/i18n.ts';
import { downloadsAccess } from './downloads-access.ts';
import { ExportButton } from './export-button.tsx';
import { failureWords } from './failure-words.ts';
import type { ReviewData } from './review-data.ts';
import { useAccess } from './use-access.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useLive } from './use-live.ts';
import { unexportedWords } from './words.ts';
import { call } from './worker.ts';

export function BackupReminder({ data }: { data: ReviewData }) {
  const { value: backup } = useLive(() => data.backup(), []);
  const allowed = useAccess(downloadsAccess);
  const isAutomatic = backup?.automatic === true && allowed === true;
  const [copy, setCopy] = useState<'none' | 'running' | 'failed'>('none');
  const [error, setError] = useState<string>();
  const line = useRef<HTMLDivElement>(null);
  useFocusReturn(line);

  useEffect(() => {
    if (!isAutomatic) return;
    setCopy('running');
    import('./automatic-backup.ts').then(({ saveCopyWhenDue }) => saveCopyWhenDue(data)).then(() => setCopy('none'), (failure: unknown) => {
      console.error('Postil:', failure);
      setCopy('failed');
    });
  }, [isAutomatic]);

  const now = Date.now();
  if (!backup || allowed === undefined || !exportDue(backup, now)) return null;
  if (isAutomatic && copy !== 'failed') {
    return copy === 'running' ? <p class="backup-reminder" role="status">{message('savingCopy')}</p> : null;
  }
  return (
    <div ref={line} class="backup-reminder" role="group" aria-label={message('backup')}>
      {isAutomatic && <p class="error" role="alert">{message('copyFailed')}</p>}
      <p>{unexportedWords(backup, now)}</p>
      <ExportButton label={message('exportNow')} data={data} />
      <button type="button" class="quiet" onClick={() => {
        setError(undefined);
        call('backup.snooze', {}).catch((failure: unknown) => setError(failureWords(failure)));
      }}>{message('later')}</button>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </div>
  );
}
