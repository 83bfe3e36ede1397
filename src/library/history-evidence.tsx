/** What shows that a version is kept as it was read: its hash, and all that the hash was made of. */
import { useEffect, useState } from 'preact/hooks';
import { type Capture, canonicalForm, canonicalVersion, captureId } from '../model/capture.ts';
import type { KeptVersion } from '../store/history.ts';
import { failureWords } from '../ui/failure-words.ts';
import { message } from '../webext/i18n.ts';

/** To the second, with the zone: what is compared elsewhere is compared exactly. */
function exactTime(time: number): string {
  return new Date(time).toISOString();
}

export function HistoryEvidence({ name, version }: { name: string; version: KeptVersion }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="evidence" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={`${message('evidence')}: ${name}`}>{message('evidence')}</summary>
      {isOpen && <Evidence version={version} />}
    </details>
  );
}

function Evidence({ version: { capture, firstSeen, serverTime } }: { version: KeptVersion }) {
  const [said, setSaid] = useState('');
  const verdict = useVerdict(capture);
  const copy = () => void navigator.clipboard.writeText(capture.id).then(() => message('copied'), failureWords).then(setSaid);
  return (
    <>
      <dl>
        <dt>SHA-256</dt>
        <dd>
          <code>{capture.id}</code>{' '}
          <button type="button" class="link" aria-label={`${message('copy')}: SHA-256`} onClick={copy}>{message('copy')}</button> <small role="status">{said}</small>
        </dd>
        {verdict !== undefined && <dd>{verdict}</dd>}
        <dt>{message('deviceTime')}</dt>
        <dd>{exactTime(firstSeen)}</dd>
        <dt>{message('serverTime')}</dt>
        <dd>{serverTime === undefined ? message('serverTimeUntold') : exactTime(serverTime)}</dd>
      </dl>
      <details>
        <summary>{message('canonicalForm')}</summary>
        <p><small>{message('canonicalFormHelp')}</small></p>
        {/* To be reached by keyboard, since it scrolls. */}
        <pre tabIndex={0} aria-label={message('canonicalForm')}>{canonicalForm(capture.content)}</pre>
      </details>
      <p><small>{message('whatEvidenceProves')}</small></p>
    </>
  );
}

/** Whether what is kept still has its hash, worked out now; undefined until it is. */
function useVerdict({ id, canonical, content }: Capture): string | undefined {
  const [found, setFound] = useState<string>();
  useEffect(() => {
    void captureId(content).then(setFound);
  }, [id]);
  if (canonical !== canonicalVersion) return message('hashOfOtherForm');
  return found === undefined ? undefined : message(found === id ? 'hashAgrees' : 'hashDiffers');
}
