/**
 * Selecting annotations of the list: by the box of a row, by pressing a row with Ctrl, Cmd or Shift, and by the keyboard.
 * Shift with the keys that go from row to row draws the selection along, Ctrl+Space takes or leaves the row with focus,
 * Ctrl+A takes all that is found, Escape lets go of all.
 */
import type { ComponentChildren, TargetedFocusEvent, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { currentHandle } from '../model/channel.ts';
import type { Query } from '../model/query.ts';
import { isPressed, libraryKeys } from '../model/shortcuts.ts';
import type { AnnotationView } from '../model/view.ts';
import type { FoundRows } from '../ui/found-rows.ts';
import { message } from '../webext/i18n.ts';
import { type Selection, anchoredAt, between, nothingSelected, selectedIds, stretchedTo, toggled, withAll } from './selection.ts';

export interface Selecting {
  ids: ReadonlySet<string>;
  /** The box of a row. */
  mark: (view: AnnotationView) => ComponentChildren;
  /** Of the element around the list. */
  handlers: {
    onMouseDown: (event: TargetedMouseEvent<HTMLElement>) => void;
    onClick: (event: TargetedMouseEvent<HTMLElement>) => void;
    onKeyDownCapture: (event: TargetedKeyboardEvent<HTMLElement>) => void;
    onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
    onFocusIn: (event: TargetedFocusEvent<HTMLElement>) => void;
  };
  selectAll: () => void;
  clear: () => void;
  /** To the row that had focus last; to the search box when there is none. */
  focusBack: () => void;
}

const controls = 'a, button, input, textarea, select, label, form';
const typed = 'input:not(.pick), textarea, select';

/** @param allIds ids of all that a query finds, in its order */
export function useSelection(allIds: (query: Query) => Promise<string[]>, found: FoundRows | undefined, query: Query): Selecting {
  const [selection, setSelection] = useState(nothingSelected);
  // What was pressed is known at once: focus may go on before anything is drawn.
  const current = useRef(selection);
  const isDrawing = useRef(false);
  const left = useRef<string | undefined>(undefined);
  const change = (next: Selection) => {
    current.current = next;
    setSelection(next);
  };
  const asked = JSON.stringify([query.text, query.filters]);
  useLayoutEffect(() => change(nothingSelected), [asked]);
  const ids = useMemo(() => selectedIds(selection), [selection]);

  /** Reads, and then changes what is selected, unless something else was selected meanwhile. */
  function later(changed: (before: Selection, all: readonly string[]) => Selection) {
    const before = current.current;
    allIds(query).then((all) => {
      if (current.current === before) change(changed(before, all));
    }, (failure: unknown) => console.error('Postil:', failure));
  }
  function stretchTo(id: string) {
    const { anchor } = current.current;
    if (anchor === undefined) return change(toggled(current.current, id));
    const known = found && knownBetween(found, anchor, id);
    if (known) return change(stretchedTo(current.current, id, known));
    change({ ...current.current, head: id });
    later((before, all) => stretchedTo(before, id, between(all, anchor, id)));
  }
  const selectAll = () => later(withAll);
  const clear = () => change(nothingSelected);

  return {
    ids, selectAll, clear,
    focusBack: () => {
      const places = [`[data-id="${left.current}"] .pick`, '.pick', 'input[type=search]'];
      places.map((place) => document.querySelector<HTMLElement>(place)).find((element) => element !== null)?.focus();
    },
    mark: (view) => {
      const { annotation: { id, postId }, channel } = view;
      const name = `${channel.title ?? currentHandle(channel)} › ${postId}`;
      return <input type="checkbox" class="pick" aria-label={message('selectRow', name)} checked={ids.has(id)} />;
    },
    handlers: {
      onMouseDown(event) {
        const row = rowAt(event.target);
        if (!row || !isSelecting(event) || isOther(event.target)) return;
        // What would be selected as text is meant as rows.
        event.preventDefault();
        row.box.focus();
      },
      onClick(event) {
        const row = rowAt(event.target);
        if (!row || isOther(event.target)) return;
        if (event.shiftKey) stretchTo(row.id);
        else if (event.target === row.box || isSelecting(event)) change(toggled(current.current, row.id));
      },
      onKeyDownCapture(event) {
        const row = rowAt(event.target);
        isDrawing.current = row !== undefined && isPressed(event, libraryKeys.stretchSelection) && !isTyped(event.target);
        // From here, unless the last stretch ended here.
        if (row && isDrawing.current && current.current.head !== row.id) change(anchoredAt(current.current, row.id));
      },
      onKeyDown(event) {
        if (event.defaultPrevented || isTyped(event.target)) return;
        const row = rowAt(event.target);
        if (isPressed(event, libraryKeys.leave) && selectedIds(current.current).size > 0) clear();
        else if (row && isPressed(event, libraryKeys.selectRow)) change(toggled(current.current, row.id));
        else if (isPressed(event, libraryKeys.selectAll)) selectAll();
        else return;
        event.preventDefault();
      },
      onFocusIn({ target }) {
        const row = rowAt(target);
        left.current = row?.id ?? left.current;
        if (row && isDrawing.current && row.id !== current.current.head) stretchTo(row.id);
      },
    },
  };
}

/** The row that something stands in, if it can be selected. */
function rowAt(target: EventTarget | null): { id: string; box: HTMLInputElement } | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
  const box = row?.querySelector<HTMLInputElement>('.pick');
  const id = row?.dataset['id'];
  return id !== undefined && box ? { id, box } : undefined;
}

function isSelecting({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/** A control of the row that has its own use for a press. */
function isOther(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(controls)?.matches('.pick') === false;
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null;
}

/** What stands between two rows, when all of it was read already. */
function knownBetween({ rows }: FoundRows, anchor: string, head: string): string[] | undefined {
  const placeOf = (id: string) => [...rows].find(([, view]) => view.annotation.id === id)?.[0];
  const [from, to] = [placeOf(anchor), placeOf(head)];
  if (from === undefined || to === undefined) return undefined;
  const first = Math.min(from, to);
  const views = Array.from({ length: Math.abs(from - to) + 1 }, (_, i) => rows.get(first + i));
  return views.every((view) => view !== undefined) ? views.map((view) => view.annotation.id) : undefined;
}
