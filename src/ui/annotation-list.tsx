/** The list of annotations, with deletion that is taken back in the row where it happened. */
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { TelegramHost } from '../model/identity.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationRow } from './annotation-row.tsx';
import { failureWords } from './failure-words.ts';
import { Notice } from './notice.tsx';
import { call } from './worker.ts';
import './list.css';

export interface AnnotationListProps {
  views: readonly AnnotationView[];
  host: TelegramHost;
  /** The one that is open: edited in its row, or shown beside the list. */
  selected: string | undefined;
  onSelect: (view: AnnotationView | undefined) => void;
  /** What stands in place of the selected row, where rows are edited in place. */
  editor?: (view: AnnotationView) => ComponentChildren;
}

/** Rows deleted here stay where they were until they leave the screen, so that Undo is at hand. */
function withDeleted(views: readonly AnnotationView[], deleted: readonly AnnotationView[]): AnnotationView[] {
  const present = new Set(views.map((view) => view.annotation.id));
  return [...views, ...deleted.filter((view) => !present.has(view.annotation.id))]
    .sort((a, b) => b.annotation.updatedAt - a.annotation.updatedAt);
}

export function AnnotationList({ views, host, selected, onSelect, editor }: AnnotationListProps) {
  const [deleted, setDeleted] = useState<readonly AnnotationView[]>([]);
  const [failed, setFailed] = useState<{ id: string; words: string }>();

  function attempt(id: string, work: Promise<unknown>) {
    setFailed(undefined);
    work.catch((failure: unknown) => setFailed({ id, words: failureWords(failure) }));
  }
  function remove(view: AnnotationView) {
    const { id } = view.annotation;
    attempt(id, call('annotation.delete', { id }).then(() => setDeleted((before) => [...before, view])));
  }
  function restore({ annotation: { id } }: AnnotationView) {
    attempt(id, call('annotation.restore', { id }).then(() => (
      setDeleted((before) => before.filter((view) => view.annotation.id !== id))
    )));
  }

  const gone = new Set(deleted.map((view) => view.annotation.id));
  return (
    <ul class="annotations" aria-label={message('annotations')}>
      {withDeleted(views, deleted).map((view) => {
        const { id } = view.annotation;
        const error = failed?.id === id ? failed.words : undefined;
        return (
          <li key={id} class={id === selected ? 'row selected' : 'row'} aria-current={id === selected}>
            {gone.has(id) ? <Notice text={message('deleted')} error={error} onUndo={() => restore(view)} />
              : id === selected && editor ? editor(view)
              : <AnnotationRow view={view} host={host} onEdit={() => onSelect(view)} onDelete={() => remove(view)} />}
            {!gone.has(id) && error !== undefined && <p class="error" role="alert">{error}</p>}
          </li>
        );
      })}
    </ul>
  );
}
