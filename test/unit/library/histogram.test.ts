import { expect, it } from 'vitest';
import { byDay, startOfMonth, startOfWeek } from '../../../src/model/calendar.ts';
import { afterPress, histogramOf, isInRange, rangeOf } from '../../../src/library/histogram.ts';

/** Counts by week and month, as facets have them. */
function facetsOf(...days: string[]) {
  const count = (startOf: (time: number) => number) => {
    const counts = new Map<number, number>();
    for (const day of days) {
      const start = byDay(startOf)(new Date(`${day}T12:00`).getTime());
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    return [...counts].map(([start, count]) => ({ start, count })).sort((a, b) => a.start - b.start);
  };
  return { weeks: count(startOfWeek), months: count(startOfMonth) };
}

it('has a bar for every week, those without annotations too', () => {
  const { unit, bars } = histogramOf(facetsOf('2026-03-03', '2026-03-04', '2026-03-25', '2026-04-01'));
  expect(unit).toBe('week');
  expect(bars.map(({ count }) => count)).toEqual([2, 0, 0, 1, 1]);
  bars.forEach(({ end }, i) => expect(bars[i + 1]?.start ?? end).toBe(end));
});

it.each([
  ['month', '2024-01-15', 28],
  ['year', '2015-06-01', 12],
])('has bars of a %s where weeks would be too many', (unit, first, length) => {
  const histogram = histogramOf(facetsOf(first, '2026-04-01', '2026-04-20'));
  expect(histogram.unit).toBe(unit);
  expect(histogram.bars).toHaveLength(length);
  expect(histogram.bars.at(-1)?.count).toBe(2);
  expect(histogram.bars[0]?.count).toBe(1);
});

it('is empty when nothing is found', () => {
  expect(histogramOf(facetsOf()).bars).toEqual([]);
});

it('knows what of it is chosen, and what a press chooses', () => {
  const { bars } = histogramOf(facetsOf('2026-03-03', '2026-03-25'));
  const [first, second, , last] = bars;
  if (!first || !second || !last) throw new Error('four bars');
  const range = afterPress(second, undefined, false);
  expect(range).toEqual({ from: second.start, to: second.end });
  expect(bars.map((bar) => isInRange(bar, range))).toEqual([false, true, false, false]);
  expect(afterPress(second, range, false)).toBeUndefined();
  expect(afterPress(last, range, true)).toEqual({ from: second.start, to: last.end });
  expect(afterPress(first, range, true)).toEqual({ from: first.start, to: second.end });
  const open = rangeOf({ text: 'after:2026-03-16', filters: [] });
  expect(bars.map((bar) => isInRange(bar, open))).toEqual([false, false, true, true]);
  expect(afterPress(first, open, true)).toEqual({ from: first.start, to: first.end });
  expect(rangeOf({ text: 'tide', filters: ['tag:x'] })).toBeUndefined();
});
