/** Two people, or one person in two tabs, changed the same annotation: both texts, and the choice. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Body } from '../model/annotation.ts';
import { formKeys, isPressed } from '../model/shortcuts.ts';
import { message } from '../webext/i18n.ts';
import { Tags } from './tags.tsx';

export interface ConflictProps {
  mine: Body;
  theirs: Body;
  error: string | undefined;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onBoth: () => void;
  /** Decides nothing for now; what was typed stays a draft. */
  onEscape: () => void;
}

export function Conflict({ mine, theirs, error, busy, onMine, onTheirs, onBoth, onEscape }: ConflictProps) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => section.current?.focus(), []);
  // Not `disabled` meanwhile: that would take focus away, and leave it nowhere when saving fails.
  const button = (onPress: () => void) => ({ type: 'button' as const, 'aria-disabled': busy, onClick: () => busy || onPress() });
  return (
    <section ref={section} class="conflict" tabIndex={-1} aria-label={message('conflictTitle')}
      onKeyDown={(event) => {
        if (!isPressed(event, formKeys.leave)) return;
        event.preventDefault();
        onEscape();
      }}>
      <p role="alert">{message('conflictTitle')}</p>
      <Version title={message('conflictMine')} body={mine} />
      <Version title={message('conflictTheirs')} body={theirs} />
      {error !== undefined && <p class="error" role="alert">{error}</p>}
      <div class="buttons">
        <button {...button(onBoth)} class="primary">{message('keepBoth')}</button>
        <button {...button(onMine)}>{message('keepMine')}</button>
        <button {...button(onTheirs)}>{message('keepTheirs')}</button>
      </div>
    </section>
  );
}

/** One text of an annotation, under what it is. */
export function Version({ title, body }: { title: string; body: Body }) {
  return (
    <div class="version" role="group" aria-label={title}>
      <h2>{title}</h2>
      <Tags tags={body.tags.map((name) => ({ name }))} />
      <p class="note" dir="auto">{body.note}</p>
    </div>
  );
}
