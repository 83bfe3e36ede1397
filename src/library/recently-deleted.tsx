/** What was deleted, with the way back. A row stays where it was once it is restored, so that it can be deleted again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { CallError } from '../messages/result.ts';
import { daysKept } from '../model/deleted.ts';
import { defaultOptions } from '../model/options.ts';
import type { AnnotationView } from '../model/view.ts';
import type { LibraryData } from '../store/library.ts';
import { failureWords } from '../ui/failure-words.ts';
import { Notice } from '../ui/notice.tsx';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { useMoreRows } from '../ui/use-more-rows.ts';
import { count } from '../ui/words.ts';
import { call } from '../ui/worker.ts';
import { message } from '../webext/i18n.ts';
import { DeletedRow } from './deleted-row.tsx';
import { type Restored, isRestored, withRestored } from './restored.ts';
import '../ui/list.css';

const pageSize = 50;

export function RecentlyDeleted({ data }: { data: LibraryData }) {
  const [limit, setLimit] = useState(pageSize);
  const found = useLive(() => data.deleted(limit), [limit]);
  const options = useLive(() => data.options(), []);
  const [restored, setRestored] = useState<readonly Restored[]>([]);
  const [failed, setFailed] = useState<{ id: string; words: string }>();
  const shown = withRestored(found.value?.views ?? [], restored);
  const list = useRef<HTMLUListElement>(null);
  const askMore = useMoreRows(list, shown.length);
  const left = useRef<string | undefined>(undefined);
  useEffect(() => {
    // When a notice goes, focus returns to the row that it stood in, wherever that is now.
    if (left.current === undefined || document.activeElement !== document.body) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-id="${left.current}"] button`);
    if (!button) return;
    button.focus();
    left.current = undefined;
  });

  function attempt(id: string, work: () => Promise<void>) {
    setFailed(undefined);
    work().catch((failure: unknown) => {
      const isGone = failure instanceof CallError && failure.code === 'gone';
      setFailed({ id, words: isGone ? message('goneForGood') : failureWords(failure) });
    });
  }
  function restore(view: AnnotationView) {
    const { id } = view.annotation;
    attempt(id, async () => {
      const holder = await call('annotation.restore', { id });
      setRestored((before) => [...before, { view, joined: holder.id !== id }]);
    });
  }
  function undo({ annotation: { id } }: AnnotationView) {
    attempt(id, async () => {
      await call('annotation.delete', { id });
      left.current = id;
      setRestored((before) => before.filter(({ view }) => view.annotation.id !== id));
    });
  }

  if (found.error !== undefined) return <p class="error message" role="alert">{readingFailureWords(found.error)}</p>;
  if (!found.value) return null;
  const { more } = found.value;
  return (
    <section class="deleted" aria-label={message('recentlyDeleted')}>
      <p class="message">{message(shown.length === 0 ? 'nothingDeleted' : 'deletedStays', count(daysKept))}</p>
      {shown.length > 0 && (
        <ul ref={list} class="annotations" aria-label={message('recentlyDeleted')}>
          {shown.map((view) => {
            const { id } = view.annotation;
            const error = failed?.id === id ? failed.words : undefined;
            const done = restored.find((each) => isRestored(each, view));
            return (
              <li key={id} data-id={id} class="row">
                {!done ? <DeletedRow view={view} host={(options.value ?? defaultOptions).telegramHost} onRestore={() => restore(view)} />
                  : done.joined ? <Notice text={message('restoredJoined')} />
                  : <Notice text={message('restored')} error={error} onUndo={() => undo(view)} />}
                {!done && error !== undefined && <p class="error" role="alert">{error}</p>}
              </li>
            );
          })}
        </ul>
      )}
      {more && <p class="message"><button type="button" onClick={() => { askMore(); setLimit(limit + pageSize); }}>{message('showMore')}</button></p>}
    </section>
  );
}
