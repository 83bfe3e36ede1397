import { withoutFilter } from '../model/filters.ts';
import type { Facets } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { filterWords } from './filter-words.ts';

export interface FilterChipsProps {
  filters: readonly string[];
  facets: Facets | undefined;
  onFilters: (filters: string[]) => void;
}

/** What was chosen from menus, each with the way to take it back. */
export function FilterChips({ filters, facets, onFilters }: FilterChipsProps) {
  return (
    <>
      {filters.map((filter) => {
        const words = filterWords(filter, facets);
        return (
          <button key={filter} type="button" class="chip" aria-label={message('removeFilter', words)} onClick={(event) => {
            // The chip goes, and focus would with it: to the next control, or the one before it.
            const { nextElementSibling, previousElementSibling } = event.currentTarget;
            const next = nextElementSibling ?? previousElementSibling;
            if (next instanceof HTMLElement) next.focus();
            onFilters(withoutFilter(filters, filter));
          }}>
            <bdi>{words}</bdi> <span aria-hidden="true">✕</span>
          </button>
        );
      })}
    </>
  );
}
