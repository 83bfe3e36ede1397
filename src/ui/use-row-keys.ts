/** Going from row to row with the arrow keys, Page Up, Page Down, Home and End. */
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { listKeys, pressedKey } from '../model/shortcuts.ts';
import type { Placed } from './use-virtual-rows.ts';

/** What has its own use for these keys: not the box that a row is selected by. */
const typed = 'input:not(.pick), textarea, select, form';

/**
 * Rows are named by their index, in `data-index`. Focus goes to a row as soon as it is there: until then it stays, and
 * what is pressed meanwhile goes on from where focus will be.
 * @returns what the list does with keys
 */
export function useRowKeys(
  list: { readonly current: HTMLElement | null }, count: number, { range, scrollTo, height }: Placed,
): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  const wanted = useRef<number | undefined>(undefined);
  function go() {
    if (wanted.current === undefined) return;
    const control = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] :is(a, button, input:not(.pick))`);
    if (!control) return;
    control.focus({ preventScroll: height !== undefined });
    wanted.current = undefined;
  }
  useEffect(go);
  useEffect(() => {
    // Asked for before rows had places to go to.
    if (wanted.current !== undefined) scrollTo(wanted.current);
  }, [height === undefined]);
  return (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.closest(typed)) return;
    const focused = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index']);
    const page = range ? Math.max(1, range.endIndex - range.startIndex - 1) : 4;
    const from = wanted.current ?? focused;
    const index = [from - 1, from + 1, from - page, from + page, 0, count - 1][pressedKey(event, listKeys.goToRow)];
    if (index === undefined) return;
    event.preventDefault();
    wanted.current = Math.max(0, Math.min(index, count - 1));
    scrollTo(wanted.current);
    go();
  };
}
