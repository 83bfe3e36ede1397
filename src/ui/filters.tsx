/** The search box, what was chosen besides, and the menus to choose from. What is typed stays in the box. */
import { haveable } from '../model/haveable.ts';
import { postKinds } from '../model/post.ts';
import { type Query, type QueryProblem, parseQuery } from '../model/query.ts';
import type { Facets } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenus } from './filter-menus.tsx';
import { enumeration } from './words.ts';

export interface FiltersProps {
  query: Query;
  facets: Facets | undefined;
  onQuery: (query: Query) => void;
}

export function SearchBox({ query, onQuery }: Pick<FiltersProps, 'query' | 'onQuery'>) {
  return (
    <>
      <input type="search" autofocus dir="auto" aria-label={message('searchAnnotations')} placeholder={message('searchAnnotations')}
        value={query.text} onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })} />
      <QueryProblems query={query} />
    </>
  );
}

/** What of a query means nothing. */
export function QueryProblems({ query }: Pick<FiltersProps, 'query'>) {
  const { problems } = parseQuery(query);
  return problems.length > 0 ? <p class="error" role="status">{problems.map(problemWords).join(' ')}</p> : null;
}

export function FilterBar({ query, facets, onQuery }: FiltersProps) {
  const { filters } = query;
  const choice = { filters, facets, onFilters: (next: string[]) => onQuery({ ...query, filters: next }) };
  return <div class="filter-bar"><FilterChips {...choice} /><FilterMenus {...choice} /></div>;
}

function problemWords({ code, value }: QueryProblem): string {
  switch (code) {
    case 'kind': return message('queryNoKind', value, enumeration(postKinds));
    case 'has': return message('queryNoHas', value, enumeration(haveable));
    case 'date': return message('queryNoDate', value);
  }
}
