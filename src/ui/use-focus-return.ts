import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When what stands at `place` goes with the button in it that was pressed, focus goes where it was at first: to the
 * search box; in a view without one, to the name of the view.
 */
export function useFocusReturn(place: { current: Element | null }): void {
  const stood = useRef(false);
  useLayoutEffect(() => {
    if (stood.current && !place.current && document.activeElement === document.body) {
      const places = ['input[type=search]', 'nav [aria-current]'].map((selector) => document.querySelector<HTMLElement>(selector));
      places.find((each) => each !== null)?.focus();
    }
    stood.current = place.current !== null;
  });
}
