import { noQuery, type Query } from '../model/query.ts';
import { defaultOptions } from '../model/options.ts';
import type { ReviewData } from './review-data.ts';
import { useLive } from './use-live.ts';
import { useRows } from './use-rows.ts';

/** What popup and library have in common: what a query finds, and what it can be narrowed to. */
export function useReview(data: ReviewData, query: Query, setQuery: (query: Query) => void) {
  const { text, filters } = query;
  const rows = useRows(data, query);
  // Of what is listed, and after it: whoever types waits for rows.
  const listed = rows.value?.query;
  const facets = useLive(() => (listed ? data.facets({ ...noQuery, text: listed.text, filters: listed.filters }) : nothing), [
    listed?.text, listed?.filters,
  ]);
  const options = useLive(() => data.options(), []);
  const indexing = useLive(() => data.indexing(), []);
  return {
    query,
    setQuery,
    filtered: text.trim() !== '' || filters.length > 0,
    found: rows.value,
    error: rows.error,
    show: rows.show,
    facets: facets.value,
    /** How far the index of words is while it is made anew. */
    indexing: indexing.value,
    options: options.value ?? defaultOptions,
  };
}

function nothing(): () => void {
  return () => undefined;
}

export type Review = ReturnType<typeof useReview>;
