import { useEffect, useRef } from 'preact/hooks';
import type { ListRows } from './list-rows.ts';

/**
 * When a form or a notice goes, focus returns to the row that it was opened from, wherever that is now; when it is out of
 * sight, to the row that stands there instead.
 * @returns is told that a row is about to give way to one of them
 */
export function useRowFocus(list: { readonly current: HTMLElement | null }, rows: ListRows): (id: string) => void {
  const left = useRef<{ id: string; index: number; rows?: ListRows } | undefined>(undefined);
  useEffect(() => {
    if (!left.current || !list.current || document.activeElement !== document.body) return;
    const { id, index, rows: before } = left.current;
    const own = list.current.querySelector<HTMLElement>(`[data-id="${id}"]`);
    const button = own?.querySelector<HTMLElement>('.actions button')
      ?? (before && before.found !== rows.found && !own ? list.current.querySelector<HTMLElement>(`[data-index="${index}"] a`) : undefined);
    left.current.rows ??= rows;
    if (!button) return;
    button.focus();
    left.current = undefined;
  });
  return (id) => {
    left.current = { id, index: rows.indexOf(id) ?? 0 };
  };
}
