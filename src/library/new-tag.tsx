import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type Tag, TagName, maxTagLength, normaliseTagName, tagKey } from '../model/tag.ts';
import { count } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

export interface NewTagProps {
  tags: readonly Tag[];
  /** @returns whether it was made */
  onMade: (name: string) => Promise<boolean>;
}

/** A tag that is there before it is used, so that it can be pinned, or agreed upon. */
export function NewTag({ tags, onMade }: NewTagProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  async function make() {
    const name = normaliseTagName(typed);
    if (name === '') return;
    if (!v.is(TagName, name)) return setError(message('tagTooLong', count(maxTagLength)));
    if (tags.some((tag) => tagKey(tag.name) === tagKey(name))) return setError(message('tagExists', name));
    if (await onMade(name)) setTyped('');
  }
  return (
    <form class="new-tag" aria-label={message('newTagName')} onSubmit={(event) => {
      event.preventDefault();
      void make();
    }}>
      <input type="text" dir="auto" autocomplete="off" aria-label={message('newTagName')} placeholder={message('newTagName')} value={typed}
        aria-invalid={error !== undefined} onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setError(undefined);
        }} />
      <button type="submit">{message('add')}</button>
      {error !== undefined && <p class="error" role="alert">{error}</p>}
    </form>
  );
}
