import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Query } from '../model/query.ts';
import { type FoundRows, type Stretch, withStretch } from './found-rows.ts';
import type { ReviewData } from './review-data.ts';
import { pageSize } from './row-limits.ts';
import { type Live, type Subscribe, useLive } from './use-live.ts';

/** So many rows around those on screen are read as well, for they come next. */
const margin = 8;

export interface Rows extends Live<FoundRows> {
  /** These places are on screen: they are asked for, with some around them, unless they are already. */
  show: (first: number, last: number) => void;
}

/** What a query finds, as much of it as is looked at. Another query begins at its beginning; until then the former stands. */
export function useRows(data: ReviewData, query: Query): Rows {
  const [asked, setAsked] = useState({ query, from: 0, to: pageSize });
  const { from, to } = asked.query === query ? asked : { from: 0, to: pageSize };
  const live = useLive(() => stretch(data, query, from, to), [query, from, to], useLayoutEffect);
  const rows = useRef<FoundRows | undefined>(undefined);
  useMemo(() => {
    if (live.value) rows.current = withStretch(rows.current, live.value);
  }, [live.value]);
  return {
    value: rows.current,
    error: live.error,
    show(first, last) {
      // Sooner than they are seen.
      const [lowest, highest] = [Math.max(0, first - margin), Math.min(last + margin, (rows.current?.total ?? 1) - 1)];
      if (lowest >= from && highest < to) return;
      setAsked({ query, from: Math.max(0, pageOf(lowest) - pageSize), to: pageOf(highest) + 2 * pageSize });
    },
  };
}

function pageOf(place: number): number {
  return Math.floor(place / pageSize) * pageSize;
}

function stretch(data: ReviewData, query: Query, from: number, to: number): Subscribe<Stretch> {
  return (next, fail) => data.find(query, { offset: from, limit: to - from })((found) => next({ query, offset: from, found }), fail);
}
