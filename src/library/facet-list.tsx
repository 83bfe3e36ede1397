import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { count as number } from '../ui/words.ts';
import { message } from '../webext/i18n.ts';

export interface FacetItem {
  key: string;
  name: string;
  count: number;
  chosen: boolean;
  onPress: () => void;
  /** What is nested under it. */
  nested?: ComponentChildren;
}

export interface FacetListProps {
  items: readonly FacetItem[];
  label: string;
}

/** So many are shown until more are asked for. */
const few = 8;

/** What the list can be narrowed to, with how much there is of it. A second press takes it back. */
export function FacetList({ items, label }: FacetListProps) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <>
      <ul aria-label={label}>
        {items.slice(0, all ? Infinity : few).map(({ key, name, count, chosen, onPress, nested }) => (
          <li key={key}>
            <button type="button" class="choice-row" aria-pressed={chosen} onClick={onPress}>
              <bdi>{name}</bdi> <small>{number(count)}</small>
            </button>
            {nested}
          </li>
        ))}
      </ul>
      {items.length > few && (
        <button type="button" class="link more" aria-expanded={all} onClick={() => setAll(!all)}>{message(all ? 'showFewer' : 'more')}</button>
      )}
    </>
  );
}
