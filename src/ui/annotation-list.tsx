/** The list of annotations, with deletion that is taken back in the row where it happened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { TelegramHost } from '../model/identity.ts';
import { type Query, parseQuery } from '../model/query.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationRow } from './annotation-row.tsx';
import { failureWords } from './failure-words.ts';
import { Notice } from './notice.tsx';
import { call } from './worker.ts';
import './list.css';

export interface AnnotationListProps {
  views: readonly AnnotationView[];
  /** What found them. */
  query: Query;
  host: TelegramHost;
  /** The one that is open: edited in its row, or shown beside the list. */
  selected: AnnotationView | undefined;
  onSelect: (view: AnnotationView | undefined) => void;
  /** What stands in place of the selected row, where rows are edited in place. */
  editor?: (view: AnnotationView) => ComponentChildren;
  /** What stands in place of a list without rows. */
  empty?: ComponentChildren;
}

const none: readonly AnnotationView[] = [];

/** With rows that stay where they were although they are no longer found. */
function withKept(views: readonly AnnotationView[], kept: readonly AnnotationView[]): AnnotationView[] {
  const present = new Set(views.map((view) => view.annotation.id));
  return [...views, ...kept.filter((view) => !present.has(view.annotation.id))]
    .sort((a, b) => b.annotation.updatedAt - a.annotation.updatedAt);
}

export function AnnotationList({ views, query, host, selected, onSelect, editor, empty }: AnnotationListProps) {
  /** Their rows stay until something else is looked for, so that Undo is at hand. */
  const [deleted, setDeleted] = useState(none);
  const [failed, setFailed] = useState<{ id: string; words: string }>();
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<string | undefined>(undefined);
  useEffect(() => setDeleted(none), [query]);
  useEffect(() => {
    // When a form or a notice goes, focus returns to the row that it was opened from.
    if (left.current === undefined || document.activeElement !== document.body) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-id="${left.current}"] .actions button`);
    if (!button) return;
    button.focus();
    left.current = undefined;
  });

  function attempt(id: string, work: Promise<unknown>) {
    setFailed(undefined);
    work.catch((failure: unknown) => setFailed({ id, words: failureWords(failure) }));
  }
  function open(view: AnnotationView) {
    left.current = view.annotation.id;
    onSelect(view);
  }
  function remove(view: AnnotationView) {
    const { id } = view.annotation;
    left.current = id;
    attempt(id, call('annotation.delete', { id }).then(() => {
      setDeleted((before) => [...before, view]);
      if (id === selected?.annotation.id) onSelect(undefined);
    }));
  }
  function restore({ annotation: { id } }: AnnotationView) {
    attempt(id, call('annotation.restore', { id }).then(() => (
      setDeleted((before) => before.filter((view) => view.annotation.id !== id))
    )));
  }

  const { terms } = parseQuery(query);
  const gone = new Set(deleted.map((view) => view.annotation.id));
  // What is being edited in its row is never taken away by a change elsewhere.
  const rows = withKept(views, editor && selected ? [...deleted, selected] : deleted);
  if (rows.length === 0) return <>{empty}</>;
  return (
    <ul ref={list} class="annotations" aria-label={message('annotations')}>
      {rows.map((view) => {
        const { id } = view.annotation;
        const error = failed?.id === id ? failed.words : undefined;
        const isSelected = id === selected?.annotation.id;
        return (
          <li key={id} data-id={id} class={isSelected ? 'row selected' : 'row'} aria-current={isSelected}>
            {gone.has(id) ? <Notice text={message('deleted')} error={error} onUndo={() => restore(view)} />
              : isSelected && editor ? editor(view)
              : <AnnotationRow view={view} host={host} terms={terms} onEdit={() => open(view)} onDelete={() => remove(view)} />}
            {!gone.has(id) && error !== undefined && <p class="error" role="alert">{error}</p>}
          </li>
        );
      })}
    </ul>
  );
}
