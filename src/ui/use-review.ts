import { useState } from 'preact/hooks';
import { type Query, noQuery } from '../model/query.ts';
import { defaultOptions } from '../model/options.ts';
import type { ReviewData } from './review-data.ts';
import { useLive } from './use-live.ts';

const pageSize = 50;

/** What popup and library have in common: a query, what it finds, and how much of it is shown. */
export function useReview(data: ReviewData) {
  const [query, setQuery] = useState<Query>(noQuery);
  const [limit, setLimit] = useState(pageSize);
  const found = useLive(() => data.find(query, { offset: 0, limit }), [query, limit]);
  const facets = useLive(() => data.facets(query), [query]);
  const options = useLive(() => data.options(), []);
  const filtered = query.text.trim() !== '' || query.filters.length > 0;
  return {
    query,
    filtered,
    setQuery(next: Query) {
      setQuery(next);
      setLimit(pageSize);
    },
    showMore: () => setLimit(limit + pageSize),
    found: found.value,
    error: found.error,
    facets: facets.value,
    options: options.value ?? defaultOptions,
  };
}

export type Review = ReturnType<typeof useReview>;
