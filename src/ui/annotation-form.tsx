/** The form in which a post is annotated: tags, note, Save, Cancel, Delete. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import { type Body, type Draft, type SaveOutcome, joinBodies } from '../model/annotation.ts';
import { formKeys, isPressed, keyWords } from '../model/shortcuts.ts';
import type { TagUse } from '../model/suggest.ts';
import { maxTagLength } from '../model/tag.ts';
import { message } from '../webext/i18n.ts';
import { Conflict } from './conflict.tsx';
import { failureWordsInForm } from './failure-words.ts';
import { isMac } from './platform.ts';
import { PinnedTags, tagsAfterKey } from './pinned-tags.tsx';
import { TagInput, addTags } from './tag-input.tsx';
import { count } from './words.ts';

export interface AnnotationFormProps {
  /** What stands in the form at first. Its `rev` is the revision that will be said to be edited. */
  initial: Draft;
  knownTags: readonly TagUse[];
  /** Whether the next annotation begins with the tags of this one; absent where there is no next one. */
  keeping?: { on: boolean; set: (on: boolean, tags: string[]) => Promise<unknown> } | undefined;
  /** What is wrong, other than with what the form itself did. */
  warning: string | undefined;
  onTyped: (draft: Draft) => void;
  onSave: (body: Body, rev: number) => Promise<SaveOutcome>;
  onSaved: () => void;
  /** Takes down the form and keeps the draft. */
  onEscape: () => void;
  onCancel: (draft: Draft) => void;
  /** What was typed gives way to what was saved meanwhile. */
  onGiveWay: (draft: Draft) => Promise<void>;
  /** Absent when there is nothing to delete. */
  onDelete?: ((draft: Draft) => Promise<void>) | undefined;
}

/** What was to be saved, and what was saved meanwhile. */
type Collision = Extract<SaveOutcome, { status: 'conflict' }> & { mine: Body };

export function AnnotationForm(props: AnnotationFormProps) {
  const { initial, knownTags, keeping, warning, onTyped, onSave, onSaved, onEscape, onCancel, onGiveWay, onDelete } = props;
  const [draft, setDraft] = useState(initial);
  const [collision, setCollision] = useState<Collision>();
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);

  // At once, so that no key pressed in haste is lost.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus(), []);

  function change(changes: Partial<Draft>) {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    // What was wrong was wrong with what stood there before.
    setError(undefined);
    onTyped(changed);
  }

  async function attempt(work: () => Promise<void>) {
    setSaving(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failureWordsInForm(failure));
    } finally {
      setSaving(false);
    }
  }

  /** Not an `attempt`: whoever saves in the next moment need not wait for it. */
  function keepTags(on: boolean) {
    setError(undefined);
    keeping?.set(on, draft.tags).catch((failure: unknown) => setError(failureWordsInForm(failure)));
  }

  function save(mine: Body, rev: number) {
    return attempt(async () => {
      const outcome = await onSave(mine, rev);
      if (outcome.status === 'saved') onSaved();
      else setCollision({ ...outcome, mine });
    });
  }

  /** Letters still in the tag field are a tag that was not finished: saving finishes it. */
  function typedBody(): Body | undefined {
    const { tags, tooLong } = addTags(draft.tags, [draft.pending], knownTags);
    if (tooLong.length > 0) setError(message('tagTooLong', count(maxTagLength)));
    return tooLong.length > 0 ? undefined : { tags, note: draft.note };
  }

  function submit(event?: Event) {
    event?.preventDefault();
    const body = typedBody();
    if (body && !saving) void save(body, draft.rev);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLFormElement>) {
    const tags = tagsAfterKey(event, knownTags, draft.tags);
    if (tags) {
      event.preventDefault();
      change({ tags });
    }
    if (isPressed(event, formKeys.save)) submit(event);
    if (isPressed(event, formKeys.leave)) {
      // A popup would close as well.
      event.preventDefault();
      onEscape();
    }
  }

  if (collision) {
    const { mine, theirs, rev } = collision;
    return (
      <Conflict onEscape={onEscape} mine={mine} theirs={theirs} error={error} busy={saving}
        onMine={() => void save(mine, rev)}
        onTheirs={() => void attempt(() => onGiveWay(draft))}
        onBoth={() => void save(joinBodies(mine, theirs), rev)} />
    );
  }
  return (
    <form ref={form} class="annotation-form" aria-label={message('editorTitle')} onSubmit={submit} onKeyDown={onKeyDown}>
      <TagInput tags={draft.tags} pending={draft.pending} known={knownTags}
        onChange={(tags, pending) => change({ tags, pending })} onDone={() => note.current?.focus()} />
      <PinnedTags known={knownTags} tags={draft.tags} onTags={(tags) => change({ tags })} />
      <textarea ref={note} dir="auto" rows={3} aria-label={message('note')} placeholder={message('note')}
        value={draft.note} onInput={(event) => change({ note: event.currentTarget.value })} />
      {(error ?? warning) !== undefined && <p class="error" role="alert">{error ?? warning}</p>}
      {/* Pressing must not take focus from the tag field: its suggestions would close, and the button move away from
          under the mouse before the click. */}
      <div class="buttons" onMouseDown={(event) => event.preventDefault()}>
        {/* Not `disabled` while it saves: that would take focus away, and leave it nowhere when saving fails. */}
        <button type="submit" class="primary" aria-disabled={saving}>{message('save')}</button>
        <button type="button" onClick={() => onCancel(draft)}>{message('cancel')}</button>
        {onDelete && (
          <button type="button" class="quiet" onClick={() => void attempt(() => onDelete(draft))}>{message('delete')}</button>
        )}
        <small class="hint">{message('saveHint', keyWords(formKeys.save.keys[0], isMac))}</small>
      </div>
      {keeping && (
        <label class="keep">
          <input type="checkbox" checked={keeping.on} onChange={({ currentTarget }) => keepTags(currentTarget.checked)} />
          {message('keepTags')}
        </label>
      )}
    </form>
  );
}
