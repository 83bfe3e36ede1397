/** What became of the post of one annotation: in a line, and all that is known of it when it is unfolded. */
import { useState } from 'preact/hooks';
import type { TelegramHost } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import type { History } from '../store/history-access.ts';
import type { LibraryData } from '../store/library.ts';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { useLater } from '../ui/use-later.ts';
import { useLive } from '../ui/use-live.ts';
import { message } from '../webext/i18n.ts';
import { HistoryCompare } from './history-compare.tsx';
import { HistoryLinks } from './history-links.tsx';
import { HistoryLooks } from './history-looks.tsx';
import { HistoryVersions } from './history-versions.tsx';
import { stateWords } from './history-words.ts';

export interface HistorySectionProps {
  view: AnnotationView;
  data: Pick<LibraryData, 'history'>;
  host: TelegramHost;
}

export function HistorySection({ view, data, host }: HistorySectionProps) {
  const history = useLater(data.history);
  return history ? <PostHistory view={view} history={history} host={host} /> : null;
}

function PostHistory({ view, history, host }: { view: AnnotationView; history: History; host: TelegramHost }) {
  const { annotation } = view;
  const { value, error } = useLive(() => history.of(annotation), [annotation.id, annotation.captureId]);
  const [chosen, setChosen] = useState<boolean>();
  if (error !== undefined) return <p class="error" role="alert">{readingFailureWords(error)}</p>;
  if (!value) return null;
  const { state, seen, versions } = value;
  // What is worth a look is shown without being asked for.
  const isOpen = chosen ?? state !== 'same';
  return (
    <section class="history" aria-label={message('postHistory')}>
      <p class={`post-state ${state}`}>{stateWords(state, seen)}</p>
      <details open={isOpen} onToggle={({ currentTarget }) => setChosen(currentTarget.open)}>
        <summary>{message('postHistory')}</summary>
        {isOpen && (
          <>
            {versions.length > 1 && <HistoryCompare view={view} versions={versions} seen={seen} host={host} />}
            <HistoryVersions view={view} versions={versions} history={history} />
            <HistoryLooks seen={seen} versions={versions} />
            <HistoryLinks view={view} />
          </>
        )}
      </details>
    </section>
  );
}
