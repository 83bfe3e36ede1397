/** Posts that somebody asked to be looked at: which of them are annotated, which were seen and left, which are open. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { defaultOptions } from '../model/options.ts';
import type { WorklistStatus } from '../model/worklist.ts';
import type { WorklistRow } from '../store/worklist.ts';
import { failureWords } from '../ui/failure-words.ts';
import { Notice } from '../ui/notice.tsx';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { message } from '../webext/i18n.ts';
import { type WorklistEntry, useWorklist } from './use-worklist.ts';
import type { ViewProps } from './view.ts';
import { WorklistAdd } from './worklist-add.tsx';
import { WorklistHead } from './worklist-head.tsx';
import { WorklistRows } from './worklist-rows.tsx';

export function WorklistView({ data }: ViewProps) {
  const { worklist } = data;
  const { entries, error } = useWorklist(worklist);
  const { telegramHost: host } = useLive(() => data.options(), []).value ?? defaultOptions;
  const [status, setStatus] = useState<WorklistStatus>();
  const [removed, setRemoved] = useState<readonly WorklistEntry[]>([]);
  const [cleared, setCleared] = useState<readonly WorklistRow[]>();
  const [failure, setFailure] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => entries && withRemoved(entries.filter((entry) => status === undefined || entry.status === status), removed), [
    entries, status, removed,
  ]);
  const wasCleared = useRef(false);
  useEffect(() => {
    // When the way back from clearing goes, focus returns to what was pressed.
    const button = place.current?.querySelector<HTMLElement>('.clear-list');
    if (cleared || !wasCleared.current || !button) return;
    wasCleared.current = false;
    if (document.activeElement === document.body) button.focus();
  });

  function attempt(work: Promise<unknown>) {
    setFailure(undefined);
    work.catch((failed: unknown) => setFailure(failureWords(failed)));
  }
  const stay = (entry: WorklistEntry) => setRemoved((before) => before.filter(({ seq }) => seq !== entry.seq));
  const actions = {
    onOpen: (entry: WorklistEntry) => entry.status === 'open' && attempt(worklist.leave(entry.seq, Date.now())),
    onLeave: (entry: WorklistEntry) => attempt(worklist.leave(entry.seq, Date.now())),
    onReopen: (entry: WorklistEntry) => attempt(worklist.reopen(entry.seq)),
    onRemove: (entry: WorklistEntry) => {
      // Kept from now on: that it is listed no more is known sooner than that it is removed.
      setRemoved((before) => [...before, entry]);
      attempt(worklist.remove(entry.seq).catch((failed: unknown) => {
        stay(entry);
        throw failed;
      }));
    },
    onRestore: (entry: WorklistEntry) => attempt(worklist.restore([rowOf(entry)]).then(() => stay(entry))),
  };
  function clear() {
    attempt(worklist.clear().then((rows) => {
      setRemoved([]);
      setCleared(rows);
      wasCleared.current = true;
    }));
  }

  if (error !== undefined) return <p class="error message" role="alert">{readingFailureWords(error)}</p>;
  return (
    <div class="worklist" ref={place}>
      <WorklistAdd worklist={worklist} isFirst={entries?.length === 0} onAdded={() => setCleared(undefined)} />
      {failure !== undefined && <p class="error message" role="alert">{failure}</p>}
      {cleared && <div class="message"><Notice text={message('listCleared')} onUndo={() => attempt(worklist.restore(cleared).then(() => setCleared(undefined)))} /></div>}
      {entries && entries.length > 0 && (
        <WorklistHead entries={entries} host={host} status={status} onOpen={actions.onOpen} onClear={clear}
          onStatus={(next) => {
            setRemoved([]);
            setStatus(next);
          }} />
      )}
      {shown && (
        <div class="results" ref={scroller}>
          {shown.length > 0 ? <WorklistRows entries={shown} removed={removed} host={host} list={status} scroller={scroller} {...actions} />
            : entries && entries.length > 0 && <p class="message">{message('nothingFound')}</p>}
        </div>
      )}
    </div>
  );
}

/** What was removed stands where it was, so that it can be put back. */
function withRemoved(entries: readonly WorklistEntry[], removed: readonly WorklistEntry[]): readonly WorklistEntry[] {
  const present = new Set(entries.map(({ seq }) => seq));
  return [...entries, ...removed.filter(({ seq }) => !present.has(seq))].sort((a, b) => a.seq - b.seq);
}

function rowOf({ status: _, mark: __, title: ___, ...row }: WorklistEntry): WorklistRow {
  return row;
}
