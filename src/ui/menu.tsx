/** A drop-down list of what can be done: it falls back to its title when something was chosen. */
import { useRef } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import { isMac } from './platform.ts';

export interface MenuOption {
  value: string;
  name: string;
}

export interface MenuProps {
  title: string;
  options: readonly MenuOption[];
  /** More of them, each group under its name. */
  groups?: readonly { name: string; options: readonly MenuOption[] }[];
  onChoose: (value: string) => void;
}

/** These open the list instead of going through it; on a Mac the arrows do, too. */
function opens({ key, altKey }: KeyboardEvent): boolean {
  return key === ' ' || (key.startsWith('Arrow') && (altKey || isMac));
}

/**
 * Going through a closed list with the arrow keys changes what is chosen at each step; only Enter, or leaving it, does it.
 * https://www.w3.org/WAI/WCAG22/Understanding/on-input.html
 */
export function Menu({ title, options, groups = [], onChoose }: MenuProps) {
  const going = useRef(false);
  function choose(select: HTMLSelectElement) {
    const { value } = select;
    going.current = false;
    select.value = '';
    if (value !== '') onChoose(value);
  }
  function onKeyDown(event: TargetedKeyboardEvent<HTMLSelectElement>) {
    going.current = !opens(event);
    if (event.key !== 'Enter' || event.currentTarget.value === '') return;
    event.preventDefault();
    choose(event.currentTarget);
  }
  return (
    <select aria-label={title} class="menu" onKeyDown={onKeyDown}
      onPointerDown={() => {
        going.current = false;
      }}
      onChange={({ currentTarget }) => going.current || choose(currentTarget)}
      onBlur={({ currentTarget }) => choose(currentTarget)}>
      <option value="">{title}</option>
      {options.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}
      {groups.map(({ name, options: grouped }) => grouped.length > 0 && (
        <optgroup key={name} label={name}>
          {grouped.map(({ value, name: each }) => <option key={value} value={value}>{each}</option>)}
        </optgroup>
      ))}
    </select>
  );
}
