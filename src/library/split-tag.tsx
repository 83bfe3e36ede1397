/** Some of a tag's annotations get another tag in its place: those that a search finds among them. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { tagFilter } from '../model/filters.ts';
import { type Query, noQuery, parseQuery } from '../model/query.ts';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import { TagName, maxTagLength, normaliseTagName, tagKey } from '../model/tag.ts';
import type { LibraryData } from '../store/library.ts';
import { QueryProblems } from '../ui/filters.tsx';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { useLive } from '../ui/use-live.ts';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

export interface SplitTagProps {
  name: string;
  data: LibraryData;
  onSplit: (ids: readonly string[], to: string) => void;
  onClose: () => void;
}

export function SplitTag({ name, data, onSplit, onClose }: SplitTagProps) {
  const [text, setText] = useState('');
  const [to, setTo] = useState(`${name}/`);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const query: Query = { ...noQuery, text, filters: [tagFilter(name)] };
  const found = useLive(() => data.find(query, { offset: 0, limit: 1 }), [text]);
  const all = useLive(() => data.find({ ...query, text: '' }, { offset: 0, limit: 1 }), []);

  function split() {
    const wanted = normaliseTagName(to);
    if (wanted === '' || wanted.endsWith('/') || tagKey(wanted) === tagKey(name)) return setError(message('splitNeedsName'));
    if (!v.is(TagName, wanted)) return setError(message('tagTooLong', count(maxTagLength)));
    // What means nothing is left out of a search, which then finds more than was meant.
    if (parseQuery(query).problems.length > 0) return;
    setError(undefined);
    data.ids(query).then((ids) => {
      if (ids.length === 0) setError(message('nothingFoundFor', text.trim()));
      else onSplit(ids, wanted);
    }, (failure: unknown) => setError(readingFailureWords(failure)));
  }
  return (
    <form class="tag-editor panel" aria-label={message('splitTag', name)} onSubmit={(event) => {
      event.preventDefault();
      split();
    }} onKeyDown={(event) => {
      if (!isPressed(event, libraryKeys.leave)) return;
      event.preventDefault();
      onClose();
    }}>
      <p>{message('splitSays', name)}</p>
      <label>
        <span>{message('splitWhich')}</span>
        <input ref={field} type="search" dir="auto" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <QueryProblems query={query} />
      <p role="status">{found.value && all.value && message('splitCount', count(found.value.total), count(all.value.total))}</p>
      <label>
        <span>{message('splitTo')}</span>
        <input type="text" dir="auto" autocomplete="off" spellcheck={false} value={to} aria-invalid={error !== undefined}
          onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </label>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <div class="buttons">
        <button type="submit" class="primary">{message('split')}</button>
        <button type="button" onClick={onClose}>{message('cancel')}</button>
      </div>
    </form>
  );
}
