/** The list of annotations. Only the rows on screen are there, and what is deleted is taken back in its row. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { TelegramHost } from '../model/identity.ts';
import { parseQuery } from '../model/query.ts';
import type { AnnotationView } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { AnnotationRow } from './annotation-row.tsx';
import type { FoundRows } from './found-rows.ts';
import { ListRows } from './list-rows.ts';
import { Notice } from './notice.tsx';
import { maxHeight, maxRows } from './row-limits.ts';
import { useDeletion } from './use-deletion.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import './list.css';

export interface AnnotationListProps {
  found: FoundRows;
  host: TelegramHost;
  /** What scrolls the list. */
  scroller: { readonly current: HTMLElement | null };
  /** These places of what was found are on screen. */
  onShow: (first: number, last: number) => void;
  /** The one that is open: edited in its row, or shown beside the list. */
  selected: AnnotationView | undefined;
  onSelect: (view: AnnotationView | undefined) => void;
  /** What stands in place of the selected row, where rows are edited in place. */
  editor?: (view: AnnotationView) => ComponentChildren;
  /** What stands in place of a list without rows. */
  empty?: ComponentChildren;
  /** What stands before each row, of class `pick` where it is to be selected by. */
  mark?: ((view: AnnotationView) => ComponentChildren) | undefined;
}

export function AnnotationList({ found, host, scroller, onShow, selected, onSelect, editor, empty, mark }: AnnotationListProps) {
  const selectedId = selected?.annotation.id;
  const list = useRef<HTMLUListElement>(null);
  const opened = useRef(0);
  const deletion = useDeletion(found.query, (id) => {
    if (id === selectedId) onSelect(undefined);
  });
  useEffect(() => deletion.found([...found.rows.values()]), [found, deletion.kept]);
  const edited = editor && selected;
  // What is being edited in its row is never taken away by a change elsewhere.
  const rows = useMemo(() => {
    const kept = deletion.kept.some(({ view }) => view.annotation.id === edited?.annotation.id) || !edited
      ? deletion.kept : [...deletion.kept, { view: edited, place: opened.current }];
    return new ListRows(found, kept, maxRows());
  }, [found, deletion.kept, edited]);
  const [focused, setFocused] = useState<string>();
  const placed = useVirtualRows({
    rows, list: found.query, scroller,
    mounted: [focused, edited?.annotation.id].flatMap((id) => (id === undefined ? [] : rows.indexOf(id) ?? [])),
  });
  const onKeyDown = useRowKeys(list, rows.count, placed);
  const leave = useRowFocus(list, rows);
  const { items, range, height } = placed;
  const [first, last] = range ? [range.startIndex, range.endIndex].map((index) => rows.foundPlace(index)) : [];
  useEffect(() => {
    if (first !== undefined && last !== undefined) onShow(first, last);
  }, [first, last, found]);
  const terms = useMemo(() => parseQuery(found.query).terms, [found.query]);

  if (rows.count === 0) return <>{empty}</>;
  return (
    <ul ref={list} class="annotations" aria-label={message('annotations')} onKeyDown={onKeyDown}
      style={height === undefined ? {} : { blockSize: `${Math.min(height, maxHeight())}px` }}
      onFocusIn={({ target }) => setFocused(idAt(target))} onFocusOut={({ relatedTarget }) => setFocused(idAt(relatedTarget))}>
      {items.map(({ key, index, start, size }) => {
        const place = {
          'data-index': index, 'aria-setsize': rows.count, 'aria-posinset': index + 1,
          ...(start !== undefined && { style: { position: 'absolute' as const, insetBlockStart: `${start}px` } }),
        };
        const view = rows.at(index);
        if (!view) return <li key={key} {...place} class="row unknown" aria-busy="true" style={{ ...place.style, blockSize: `${size ?? 0}px` }} />;
        const { id } = view.annotation;
        const error = deletion.failed?.id === id ? deletion.failed.words : undefined;
        const isGone = deletion.isDeleted(id);
        const isSelected = id === selectedId;
        const kept = { view, place: rows.foundPlace(index) };
        return (
          <li key={key} {...place} ref={placed.measure ?? null} data-id={id} class={isSelected ? 'row selected' : 'row'} aria-current={isSelected}>
            {isGone ? <Notice text={message('deleted')} error={error} onUndo={() => deletion.restore(id)} />
              : isSelected && editor ? editor(view)
              : (
                <>
                  {mark?.(view)}
                  <AnnotationRow view={view} host={host} terms={terms} sort={found.query.sort}
                    onEdit={() => {
                      leave(id);
                      opened.current = kept.place;
                      onSelect(view);
                    }}
                    onDelete={() => {
                      leave(id);
                      deletion.remove(kept);
                    }} />
                </>
              )}
            {!isGone && error !== undefined && <p class="error" role="alert">{error}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
}
