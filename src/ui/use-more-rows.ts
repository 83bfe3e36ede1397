import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Who asks for more rows of a list goes on at the first of them: the button that was pressed may be gone by then.
 * @param count of the rows that are there
 * @returns is to be called when more are asked for
 */
export function useMoreRows(list: { readonly current: HTMLElement | null }, count: number): () => void {
  const from = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const row = from.current === undefined ? undefined : list.current?.children[from.current];
    if (!(row instanceof HTMLElement)) return;
    from.current = undefined;
    const control = row.querySelector<HTMLElement>('a, button, input');
    if (!control) row.tabIndex = -1;
    (control ?? row).focus();
  });
  return () => {
    from.current = count;
  };
}
