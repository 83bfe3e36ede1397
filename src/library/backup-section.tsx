/** What was exported when, and whether copies are saved without being asked for. */
import { useState } from 'preact/hooks';
import { unexportedChanges } from '../model/backup.ts';
import { downloadsAccess } from '../ui/downloads-access.ts';
import { failureWords } from '../ui/failure-words.ts';
import type { ReviewData } from '../ui/review-data.ts';
import { useAccess } from '../ui/use-access.ts';
import { useLive } from '../ui/use-live.ts';
import { dateTime, unexportedWords } from '../ui/words.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';
import { requestAccess, returnAccess } from '../webext/permissions.ts';

export function BackupSection({ data }: { data: ReviewData }) {
  const { value: backup } = useLive(() => data.backup(), []);
  const allowed = useAccess(downloadsAccess);
  const [answer, setAnswer] = useState<'awaited' | 'refused'>();
  const [error, setError] = useState<string>();
  if (!backup || allowed === undefined) return null;

  async function switchOn(asked: Promise<boolean>) {
    setAnswer('awaited');
    const given = await asked.catch(() => false);
    setAnswer(given ? undefined : 'refused');
    if (given) await call('backup.setAutomatic', { automatic: true });
  }
  async function switchOff() {
    setAnswer(undefined);
    await call('backup.setAutomatic', { automatic: false });
    await returnAccess(downloadsAccess);
  }
  function change(box: HTMLInputElement) {
    const work = box.checked ? switchOn(requestAccess(downloadsAccess)) : switchOff();
    // It shows what is, not what is wished.
    box.checked = isOn;
    setError(undefined);
    work.catch((failure: unknown) => setError(failureWords(failure)));
  }

  const now = Date.now();
  const said = [
    ...(backup.exportedAt === undefined ? [] : [message('lastExport', dateTime(backup.exportedAt, now))]),
    ...(unexportedChanges(backup) === 0 ? [] : [unexportedWords(backup, now)]),
  ];
  const isOn = backup.automatic && allowed;
  const problem = answer === 'awaited' ? message('copyAccessAwaited')
    : answer === 'refused' ? message('copyAccessRefused')
    : backup.automatic && !allowed ? message('copyAccessRevoked') : undefined;
  return (
    <section aria-labelledby="backup-title">
      <h2 id="backup-title">{message('backup')}</h2>
      <p>{said.length > 0 ? said.join(' ') : message('neverExported')}</p>
      <label class="choice">
        <input type="checkbox" checked={isOn} aria-describedby="backup-hint" onChange={(event) => change(event.currentTarget)} />
        {message('saveCopies')}
      </label>
      <p id="backup-hint"><small>{message('saveCopiesHint')}</small></p>
      <p role="status">{problem}</p>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </section>
  );
}
