import { useRef, useState } from 'preact/hooks';
import { currentHandle } from '../model/channel.ts';
import { noQuery } from '../model/query.ts';
import type { ChangedPost } from '../store/history.ts';
import type { History } from '../store/history-access.ts';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { Tags } from '../ui/tags.tsx';
import { useLive } from '../ui/use-live.ts';
import { useMoreRows } from '../ui/use-more-rows.ts';
import { dateTime } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';
import { formatAddress } from './address.ts';
import { Difference } from './difference.tsx';
import '../ui/list.css';

const pageSize = 50;

/** Few lines of a text are shown; the rest need not be laid out. */
const maxLength = 500;

export function ChangesList({ history }: { history: History }) {
  const [limit, setLimit] = useState(pageSize);
  const { value, error } = useLive(() => history.changed(limit), [limit]);
  const list = useRef<HTMLUListElement>(null);
  const askMore = useMoreRows(list, value?.changes.length ?? 0);
  if (error !== undefined) return <p class="error message" role="alert">{readingFailureWords(error)}</p>;
  if (!value) return null;
  const { changes, more } = value;
  return (
    <section aria-label={message('changes')}>
      <p class="message">{message(changes.length === 0 ? 'noChanges' : 'changesHelp')}</p>
      {changes.length > 0 && (
        <ul ref={list} class="annotations" aria-label={message('changes')}>
          {changes.map((change) => <li key={change.view.annotation.id} class="row"><Change change={change} /></li>)}
        </ul>
      )}
      {more && <p class="message"><button type="button" onClick={() => { askMore(); setLimit(limit + pageSize); }}>{message('showMore')}</button></p>}
    </section>
  );
}

function Change({ change: { view, state, at, now } }: { change: ChangedPost }) {
  const { annotation, channel, capture, tags } = view;
  const { id, postId, note } = annotation;
  return (
    <>
      <div class="source">
        <a href={formatAddress({ view: 'annotations', query: noQuery, id })}><b><bdi>{channel.title ?? currentHandle(channel)}</bdi></b> › {postId}</a>
        <small>{message('lookedAt', dateTime(at, Date.now()))}</small>
      </div>
      <p class={`post-state ${state}`}>{message(state === 'missing' ? 'nowMissing' : 'nowChanged')}</p>
      {annotation.target.kind === 'quote' && <p class="excerpt" dir="auto"><q>{annotation.target.exact.slice(0, maxLength)}</q></p>}
      {state === 'missing' && capture.content.text !== undefined && <p class="excerpt" dir="auto">{capture.content.text.slice(0, maxLength)}</p>}
      {now && <Difference before={capture} after={now} isShort />}
      {note !== '' && <p class="note" dir="auto">{note.slice(0, maxLength)}</p>}
      <Tags tags={tags} />
    </>
  );
}
