import { useRef } from 'preact/hooks';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { isMac } from './platform.ts';

/** These open the list instead of going through it; on a Mac the arrows do, too. */
function opens({ key, altKey }: KeyboardEvent): boolean {
  return key === ' ' || (key.startsWith('Arrow') && (altKey || isMac));
}

/**
 * What a drop-down list listens to. Going through a closed list with the arrow keys changes what is chosen at each step; only
 * Enter, or leaving it, decides. https://www.w3.org/WAI/WCAG22/Understanding/on-input.html
 * @param decide may be told of what was chosen before, too; an empty value is no choice
 */
export function useDecided(decide: (select: HTMLSelectElement) => void) {
  const going = useRef(false);
  function end(select: HTMLSelectElement) {
    going.current = false;
    decide(select);
  }
  return {
    onKeyDown(event: TargetedKeyboardEvent<HTMLSelectElement>) {
      going.current = !opens(event);
      if (event.key !== 'Enter' || event.currentTarget.value === '') return;
      event.preventDefault();
      end(event.currentTarget);
    },
    onPointerDown() {
      going.current = false;
    },
    onChange({ currentTarget }: TargetedEvent<HTMLSelectElement>) {
      if (!going.current) end(currentTarget);
    },
    onBlur({ currentTarget }: TargetedEvent<HTMLSelectElement>) {
      end(currentTarget);
    },
  };
}
