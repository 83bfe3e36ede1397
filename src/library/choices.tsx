import { useId } from 'preact/hooks';
import { count } from '../ui/words.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

export interface ChoicesProps<T extends string> {
  label: string;
  /** The label is for those who do not see where it stands. */
  hidden?: boolean;
  names: Readonly<Record<T, MessageKey>>;
  /** Numbers that the names have a place for. */
  amounts?: Readonly<Record<T, number>>;
  choices: readonly T[];
  chosen: T | undefined;
  onChoose: (choice: T) => void;
}

/** One of a few. */
export function Choices<T extends string>({ label, hidden = false, names, amounts, choices, chosen, onChoose }: ChoicesProps<T>) {
  const name = useId();
  return (
    <div class="choices" role="radiogroup" aria-label={label}>
      {!hidden && <span aria-hidden="true">{label}</span>}
      {choices.map((choice) => (
        <label key={choice} class="choice">
          <input type="radio" name={name} checked={chosen === choice} onChange={() => onChoose(choice)} />
          {message(names[choice], ...(amounts ? [count(amounts[choice])] : []))}
        </label>
      ))}
    </div>
  );
}
