import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When what stands at `place` goes with the button in it that was pressed, focus goes where it was at first: to the
 * search box.
 */
export function useFocusReturn(place: { current: Element | null }): void {
  const stood = useRef(false);
  useLayoutEffect(() => {
    if (stood.current && !place.current && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('input[type=search]')?.focus();
    }
    stood.current = place.current !== null;
  });
}
