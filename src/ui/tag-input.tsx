/**
 * The field in which tags are typed: a combobox by the ARIA pattern, its list in the flow of the form.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 *
 * Nothing is highlighted until an arrow key moves there, so that Enter and comma commit exactly what was typed.
 */
import { useId, useRef, useState } from 'preact/hooks';
import type { TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { formKeys, isPressed, pressedKey } from '../model/shortcuts.ts';
import { type TagUse, suggestTags } from '../model/suggest.ts';
import { maxTagLength, normaliseTagName, tagKey, uniteTags } from '../model/tag.ts';
import { message } from '../webext/i18n.ts';
import { count } from './words.ts';
import { isTagSeparator, splitTyped } from './split-tags.ts';

export interface TagInputProps {
  tags: readonly string[];
  /** Letters that are not a tag yet. */
  pending: string;
  known: readonly TagUse[];
  onChange: (tags: string[], pending: string) => void;
  /** Enter in the empty field: the person is done with tags. */
  onDone: () => void;
}

/** The spelling of a known tag, when the typed one means it. */
function knownSpelling(typed: string, known: readonly TagUse[]): string {
  return known.find((tag) => tagKey(tag.name) === tagKey(typed))?.name ?? typed;
}

/** Tags with those typed added; names that are too long stay pending, so that nothing typed is lost. */
export function addTags(
  tags: readonly string[], typed: readonly string[], known: readonly TagUse[],
): { tags: string[]; tooLong: string[] } {
  const names = typed.map(normaliseTagName).filter((name) => name !== '');
  const fits = (name: string) => [...name].length <= maxTagLength;
  return {
    tags: uniteTags(tags, names.filter(fits).map((name) => knownSpelling(name, known))),
    tooLong: names.filter((name) => !fits(name)),
  };
}

export function TagInput({ tags, pending, known, onChange, onDone }: TagInputProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(-1);
  const [error, setError] = useState<string>();

  const typed = normaliseTagName(pending);
  const suggestions = open ? suggestTags(typed, known, tags, Date.now()) : [];
  const isNew = open && typed !== '' && !known.some((tag) => tagKey(tag.name) === tagKey(typed));
  const options = [...suggestions.map((tag) => tag.name), ...(isNew ? [typed] : [])];

  function close() {
    setOpen(false);
    setHighlighted(-1);
  }

  function commit(names: readonly string[], rest = '') {
    const added = addTags(tags, names, known);
    setError(added.tooLong.length > 0 ? message('tagTooLong', count(maxTagLength)) : undefined);
    close();
    onChange(added.tags, [...added.tooLong, rest].filter((part) => part !== '').join(' '));
  }

  function onInput(event: TargetedInputEvent<HTMLInputElement>) {
    const { complete, pending: rest } = splitTyped(event.currentTarget.value);
    setHighlighted(-1);
    if (complete.length > 0) return commit(complete, rest);
    setError(undefined);
    setOpen(rest !== '');
    onChange([...tags], rest);
  }

  function move(step: number) {
    setOpen(true);
    const offered = open ? options.length : suggestTags(typed, known, tags, Date.now()).length;
    setHighlighted(offered === 0 ? -1 : (highlighted + step + (highlighted < 0 && step < 0 ? 1 : 0) + offered) % offered);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>) {
    // While an input method composes, keys are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = options[highlighted];
    const step = [-1, 1][pressedKey(event, formKeys.suggestions)];
    if (step !== undefined) {
      event.preventDefault();
      move(step);
    } else if (isPressed(event, formKeys.enterTag) || (isTagSeparator(event.key) && chosen !== undefined)) {
      event.preventDefault();
      if (chosen !== undefined || typed !== '') commit([chosen ?? typed]);
      else onDone();
    } else if (isPressed(event, formKeys.leave) && highlighted >= 0) {
      // Here it means the list, not the form, nor the popup around it.
      event.preventDefault();
      event.stopPropagation();
      setHighlighted(-1);
    } else if (isPressed(event, formKeys.removeTag) && pending === '' && tags.length > 0) {
      event.preventDefault();
      onChange(tags.slice(0, -1), '');
    }
  }

  const active = options[highlighted] === undefined ? undefined : `${id}-${highlighted}`;
  return (
    <div class="tag-input">
      <div class="field">
        {tags.length > 0 && (
          <ul class="chips" aria-label={message('chosenTags')}>
            {tags.map((name) => (
              <li class="chip" key={name} data-colour={known.find((tag) => tagKey(tag.name) === tagKey(name))?.colour}>
                <bdi>{name}</bdi>
                <button type="button" aria-label={message('removeTag', name)} onClick={() => {
                  onChange(tags.filter((other) => other !== name), pending);
                  input.current?.focus();
                }}>✕</button>
              </li>
            ))}
          </ul>
        )}
        <input ref={input} type="text" role="combobox" dir={pending === '' ? undefined : 'auto'} autocomplete="off" spellcheck={false}
          aria-label={message('addTag')} placeholder={tags.length === 0 ? message('addTag') : ''}
          aria-autocomplete="list" aria-expanded={options.length > 0} aria-controls={`${id}-list`}
          aria-activedescendant={active} aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          value={pending} onInput={onInput} onKeyDown={onKeyDown} onBlur={close} />
      </div>
      <ul class="options" role="listbox" id={`${id}-list`} aria-label={message('suggestions')} hidden={options.length === 0}>
        {options.map((name, i) => (
          <li key={name} role="option" id={`${id}-${i}`} aria-selected={i === highlighted}
            // Pressing must not take focus from the field, which would close the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()} onClick={() => commit([name])}>
            <span class="suggested" data-colour={suggestions[i]?.colour}>
              <bdi>{i < suggestions.length ? name : message('newTag', name)}</bdi>
              {suggestions[i]?.description !== undefined && <small> {suggestions[i]?.description}</small>}
            </span>
            <small>{i < suggestions.length ? suggestions[i]?.uses || '' : '⏎'}</small>
          </li>
        ))}
      </ul>
      {error !== undefined && <p class="error" id={`${id}-error`} role="alert">{error}</p>}
    </div>
  );
}
