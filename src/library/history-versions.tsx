/** Every version of a post that is kept, and the way of an annotation from one to another. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnnotationView } from '../model/view.ts';
import type { History } from '../store/history-access.ts';
import type { KeptVersion } from '../store/history.ts';
import type { MoveOutcome, Moved } from '../store/move.ts';
import { failureWords } from '../ui/failure-words.ts';
import { Notice } from '../ui/notice.tsx';
import { dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { bumpRev } from '../webext/rev.ts';
import { HistoryEvidence } from './history-evidence.tsx';
import { timeSpan, versionName } from './history-words.ts';

export interface HistoryVersionsProps {
  view: AnnotationView;
  versions: readonly KeptVersion[];
  history: History;
}

function refusal(status: Exclude<MoveOutcome['status'], 'moved'>): string {
  switch (status) {
    case 'unplaced': return message('quoteNotInVersion');
    case 'taken': return message('placeTaken');
    case 'conflict': return message('changedMeanwhile');
    case 'gone': return message('annotationGone');
  }
}

function movedWords({ before, after }: Moved, versions: readonly KeptVersion[]): string {
  const words = message('annotationMoved', versionName(versions, after.captureId));
  if (before.target.kind !== 'quote' || after.target.kind !== 'quote' || before.target.exact === after.target.exact) return words;
  return `${words} ${message('quotesNow', after.target.exact)}`;
}

export function HistoryVersions({ view: { annotation, mine }, versions, history }: HistoryVersionsProps) {
  const [moved, setMoved] = useState<Moved>();
  const [error, setError] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const isBack = useRef(false);
  useEffect(() => {
    // When the notice goes, focus is left where its buttons were.
    if (!isBack.current || moved) return;
    isBack.current = false;
    if (document.activeElement === document.body) section.current?.focus();
  });

  function attempt(step: () => Promise<MoveOutcome>, show: (moved: Moved) => void) {
    setError(undefined);
    step().then(async (outcome) => {
      if (outcome.status !== 'moved') return setError(refusal(outcome.status));
      show(outcome.moved);
      return bumpRev();
    }).catch((failure: unknown) => setError(failureWords(failure)));
  }
  function leave() {
    isBack.current = true;
    setMoved(undefined);
  }
  const move = (captureId: string) => attempt(() => history.move(annotation, captureId), setMoved);
  const undo = (done: Moved) => attempt(() => history.undoMove(done), leave);

  return (
    <section class="post-versions" ref={section} tabIndex={-1} aria-label={message('versions')}>
      <h3>{message('versions')}</h3>
      {moved && <Notice key={moved.after.rev} text={movedWords(moved, versions)} onUndo={() => undo(moved)} onClose={leave} />}
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <ol>
        {versions.map((version) => {
          const { capture, firstSeen, lastSeen, serverTime } = version;
          const name = versionName(versions, capture.id);
          const isOwn = capture.id === annotation.captureId;
          return (
            <li key={capture.id} aria-current={isOwn}>
              <p>
                <b>{name}</b>{' '}
                {isOwn && <span class="chip">{message(mine ? 'yoursStandsHere' : 'annotationStandsHere')}</span>}
              </p>
              <p><small>{message('seenBetween', timeSpan(firstSeen, lastSeen))}</small></p>
              {serverTime !== undefined && <p><small>{message('serverTimeThen', dateTime(serverTime, Date.now()))}</small></p>}
              {mine && !isOwn && (
                <button type="button" aria-label={`${message('moveHere')}: ${name}`} onClick={() => move(capture.id)}>{message('moveHere')}</button>
              )}
              <HistoryEvidence name={name} version={version} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
