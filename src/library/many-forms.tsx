/** Which tags the selected annotations are to get, or to lose. */
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { TagUse } from '../model/suggest.ts';
import { maxTagLength, maxTagsPerAnnotation } from '../model/tag.ts';
import type { TagCount } from '../store/bulk-tags.ts';
import type { BulkChange } from '../store/bulk.ts';
import type { LibraryData } from '../store/library.ts';
import { readingFailureWords } from '../ui/reading-failure-words.ts';
import { TagInput, addTags } from '../ui/tag-input.tsx';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

interface FormProps {
  data: LibraryData;
  onChange: (change: BulkChange) => void;
  onClose: () => void;
}

/** Closes the form and lets go of nothing else. */
function onEscape(onClose: () => void) {
  return (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (!isPressed(event, libraryKeys.leave) || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
}

export function AddTagsForm({ data, onChange, onClose }: FormProps) {
  const [{ tags, pending }, setTyped] = useState<{ tags: string[]; pending: string }>({ tags: [], pending: '' });
  const [known, setKnown] = useState<TagUse[]>([]);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus(), []);
  useEffect(() => {
    data.tagUses().then(setKnown, (failure: unknown) => setError(readingFailureWords(failure)));
  }, []);

  /** Letters still in the field are a tag that was not finished. */
  function submit(event?: Event) {
    event?.preventDefault();
    const { tags: add, tooLong } = addTags(tags, [pending], known);
    if (tooLong.length > 0) setError(message('tagTooLong', count(maxTagLength)));
    else if (add.length > maxTagsPerAnnotation) setError(message('tagsTooMany', count(maxTagsPerAnnotation)));
    else if (add.length > 0) onChange({ add, remove: [] });
    else form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }
  return (
    <form ref={form} class="many-form" aria-label={message('addTags')} onSubmit={submit} onKeyDown={onEscape(onClose)}>
      <TagInput tags={tags} pending={pending} known={known} onDone={submit} onChange={(next, rest) => {
        setError(undefined);
        setTyped({ tags: next, pending: rest });
      }} />
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <div class="buttons">
        <button type="submit" class="primary">{message('addThem')}</button>
        <button type="button" onClick={onClose}>{message('cancel')}</button>
      </div>
    </form>
  );
}

/** Only tags that some of them have. */
export function RemoveTagsForm({ ids, data, onChange, onClose }: FormProps & { ids: ReadonlySet<string> }) {
  const [tags, setTags] = useState<readonly TagCount[]>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    let isWanted = true;
    data.tagsOf([...ids]).then((found) => isWanted && setTags(found), (failure: unknown) => setError(readingFailureWords(failure)));
    return () => {
      isWanted = false;
    };
  }, [ids]);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [tags === undefined]);
  const remove = (tags ?? []).map(({ name }) => name).filter((name) => chosen.has(name));

  function toggle(name: string) {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  }
  return (
    <form ref={form} class="many-form" aria-label={message('removeTags')} aria-busy={tags === undefined} onKeyDown={onEscape(onClose)} onSubmit={(event) => {
      event.preventDefault();
      if (remove.length > 0) onChange({ add: [], remove });
    }}>
      {tags?.length === 0 && <p>{message('noTagsToRemove')}</p>}
      {tags !== undefined && tags.length > 0 && (
        <ul class="removable" aria-label={message('tags')}>
          {tags.map(({ name, count: uses }) => (
            <li key={name}>
              <label class="chip">
                <input type="checkbox" checked={chosen.has(name)} onChange={() => toggle(name)} />
                <bdi>{name}</bdi> <small>{count(uses)}</small>
              </label>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <div class="buttons">
        {tags?.length !== 0 && <button type="submit" class="primary" aria-disabled={remove.length === 0}>{message('removeThem')}</button>}
        <button type="button" onClick={onClose}>{message('cancel')}</button>
      </div>
    </form>
  );
}
