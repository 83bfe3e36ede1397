import { useLayoutEffect, useRef } from 'preact/hooks';
import { failureWords } from '../ui/failure-words.ts';
import { Notice } from '../ui/notice.tsx';
import { message } from '../webext/i18n.ts';
import { outcomeWords, runningWords, stoppedWords, undoneWords } from './many-words.ts';
import type { Many, ManyState } from './many.ts';

export interface ManyStepProps {
  state: ManyState;
  many: Many;
  /** The notice goes, and focus with it. */
  onClose: () => void;
}

/** How far a step over many annotations is, or what came of it, with the way back. */
export function ManyStep({ state, many, onClose }: ManyStepProps) {
  switch (state.name) {
    case 'idle': return null;
    case 'running': return <Running key={state.isUndo ? 'undoing' : 'running'} state={state} onCancel={() => many.cancel()} />;
    case 'elsewhere': return <Notice key="elsewhere" text={message('manyElsewhere')} onClose={onClose} />;
    case 'failed': return <Notice key="failed" text="" error={failureWords(state.error)} onClose={onClose} />;
    case 'done': {
      const { change, outcome } = state;
      const undo = () => void many.undo(change, outcome);
      return (
        <Notice key="done" text={outcomeWords(change, outcome)} error={stoppedWords(outcome)} onClose={onClose}
          {...(outcome.tally.changed > 0 && { onUndo: undo })} />
      );
    }
    case 'undone': {
      const { change, outcome, undone } = state;
      const isWhole = undone.left === 0 && undone.error === undefined;
      return (
        <Notice key="undone" text={undoneWords(undone)} error={stoppedWords(undone)} onClose={onClose}
          {...(!isWhole && { onUndo: () => void many.undo(change, outcome) })} />
      );
    }
  }
}

function Running({ state: { change, isUndo, done, total }, onCancel }: { state: Extract<ManyState, { name: 'running' }>; onCancel: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  // What was pressed may be gone.
  useLayoutEffect(() => cancel.current?.focus(), []);
  const says = runningWords(change, isUndo);
  return (
    <div class="running">
      <span role="status">{says}</span>
      <progress aria-label={says} value={done} max={Math.max(1, total)} />
      <button type="button" ref={cancel} onClick={onCancel}>{message('cancel')}</button>
    </div>
  );
}
