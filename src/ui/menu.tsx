/** A drop-down list of what can be done: it falls back to its title when something was chosen. */
import { useDecided } from './use-decided.ts';

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

export function Menu({ title, options, groups = [], onChoose }: MenuProps) {
  function choose(select: HTMLSelectElement) {
    const { value } = select;
    select.value = '';
    if (value !== '') onChoose(value);
  }
  return (
    <select aria-label={title} class="menu" {...useDecided(choose)}>
      <option value="">{title}</option>
      {options.map(({ value, name }) => <option key={value} value={value} dir="auto">{name}</option>)}
      {groups.map(({ name, options: grouped }) => grouped.length > 0 && (
        <optgroup key={name} label={name}>
          {grouped.map(({ value, name: each }) => <option key={value} value={value} dir="auto">{each}</option>)}
        </optgroup>
      ))}
    </select>
  );
}
