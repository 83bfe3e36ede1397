/** Annotations over time, in bars: of weeks as long as there are not too many, else of months, else of years. */
import { nextMonth, nextWeek } from '../model/calendar.ts';
import { parseQuery, type Query } from '../model/query.ts';
import type { Facets, Period } from '../model/view.ts';

export type Unit = 'week' | 'month' | 'year';

export interface Bar {
  /** Its first moment, and that of the next. */
  start: number;
  end: number;
  count: number;
}

export interface Histogram {
  unit: Unit;
  /** Side by side, those without annotations too. */
  bars: Bar[];
}

/** More would be too narrow to press. */
const maxBars = 60;

const next: Record<Unit, (start: number) => number> = {
  week: nextWeek,
  month: nextMonth,
  year: (start) => new Date(new Date(start).getFullYear() + 1, 0).getTime(),
};

export function histogramOf({ weeks, months }: Pick<Facets, 'weeks' | 'months'>): Histogram {
  const weekly = barsOf('week', weeks);
  if (weekly) return { unit: 'week', bars: weekly };
  const monthly = barsOf('month', months);
  if (monthly) return { unit: 'month', bars: monthly };
  const years = new Map<number, number>();
  for (const { start, count } of months) {
    const year = new Date(new Date(start).getFullYear(), 0).getTime();
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return { unit: 'year', bars: barsOf('year', [...years].map(([start, count]) => ({ start, count })), Infinity) ?? [] };
}

/** Undefined when there are too many. */
function barsOf(unit: Unit, periods: readonly Period[], max = maxBars): Bar[] | undefined {
  const counts = new Map(periods.map(({ start, count }) => [start, count]));
  const bars: Bar[] = [];
  const last = periods.at(-1)?.start ?? -Infinity;
  for (let start = periods[0]?.start ?? Infinity; start <= last; start = next[unit](start)) {
    if (bars.length === max) return undefined;
    bars.push({ start, end: next[unit](start), count: counts.get(start) ?? 0 });
  }
  return bars;
}

/** A stretch of time: from its first moment to the one after its last. */
export interface Range {
  from: number;
  to: number;
}

/** What a query says about the posts' time; open ends reach as far as time does. Undefined when it says nothing. */
export function rangeOf(query: Pick<Query, 'text' | 'filters'>): Range | undefined {
  const times = parseQuery(query).terms.flatMap((term) => ((term.is === 'after' || term.is === 'before') && !term.not ? [term] : []));
  if (times.length === 0) return undefined;
  return {
    from: Math.max(-Infinity, ...times.filter(({ is }) => is === 'after').map(({ time }) => time)),
    to: Math.min(Infinity, ...times.filter(({ is }) => is === 'before').map(({ time }) => time)),
  };
}

export function isInRange({ start, end }: Bar, range: Range | undefined): boolean {
  return range === undefined || (start < range.to && end > range.from);
}

/** What is chosen once a bar is pressed: the bar alone; nothing when it was; with `extend`, up to it. */
export function afterPress(bar: Bar, range: Range | undefined, extend: boolean): Range | undefined {
  if (extend && range && Number.isFinite(range.from) && Number.isFinite(range.to)) {
    return { from: Math.min(bar.start, range.from), to: Math.max(bar.end, range.to) };
  }
  return range?.from === bar.start && range.to === bar.end ? undefined : { from: bar.start, to: bar.end };
}

