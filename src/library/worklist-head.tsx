import type { TelegramHost } from '../model/identity.ts';
import { type WorklistStatus, worklistStatuses } from '../model/worklist.ts';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import type { WorklistEntry } from './use-worklist.ts';
import { statusNames } from './worklist-words.ts';
import { PostLink } from './post-link.tsx';

export interface WorklistHeadProps {
  entries: readonly WorklistEntry[];
  host: TelegramHost;
  status: WorklistStatus | undefined;
  onStatus: (status: WorklistStatus | undefined) => void;
  onOpen: (entry: WorklistEntry) => void;
  onClear: () => void;
}

/** Where to go next, and how far one has come. */
export function WorklistHead({ entries, host, status, onStatus, onOpen, onClear }: WorklistHeadProps) {
  const next = entries.find((entry) => entry.status === 'open');
  const counts = new Map(worklistStatuses.map((each) => [each, entries.filter((entry) => entry.status === each).length]));
  return (
    <div class="list-head worklist-head">
      {next ? (
        <PostLink class="button primary" entry={next} host={host} onOpen={onOpen}>
          {message('nextOpen', `${next.handle}/${next.postId}`)}
        </PostLink>
      ) : <p role="status">{message('allDone')}</p>}
      <progress aria-label={message('workedThrough')} value={entries.length - (counts.get('open') ?? 0)} max={entries.length} />
      <div class="worklist-counts" role="group" aria-label={message('narrowBy')}>
        {worklistStatuses.map((each) => (
          <button key={each} type="button" aria-pressed={status === each} onClick={() => onStatus(status === each ? undefined : each)}>
            {count(counts.get(each) ?? 0)} {message(statusNames[each])}
          </button>
        ))}
      </div>
      <button type="button" class="quiet clear-list" onClick={onClear}>{message('clearList')}</button>
    </div>
  );
}
