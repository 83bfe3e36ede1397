import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../src/model/history.ts';
import { chartHeight, chartWidth, estimate, lookPoints } from '../../../src/library/look-chart.ts';
import { aSighting, day, noon } from '../builders.ts';

const look = (days: number, views?: string): Seen => aSighting({ at: noon + days * day, ...(views !== undefined && { views }) });

describe('a count as Telegram writes it', () => {
  it.each([
    ['7', 7], ['345', 345], ['1.2K', 1_200], ['1,2K', 1_200], ['12.3M', 12_300_000], ['1B', 1e9], ['12 345', 12_345], ['12,345', 12_345], [' 3k ', 3_000],
    ['', undefined], ['many', undefined], ['K', undefined], ['-1', undefined], ['1.2X', undefined], [undefined, undefined], ['1.2.3K', undefined],
  ])('%j is about %j', (written, expected) => {
    expect(estimate(written)).toBe(expected);
  });
});

describe('looks in a drawing', () => {
  it('stand to scale, the most views at the top, and what comes after a long time is known by it', () => {
    const points = lookPoints([look(0, '1K'), look(1, '2K'), look(2), look(10, '4K')]);
    expect(points.map(({ x }) => x)).toEqual([0, chartWidth / 10, chartWidth / 5, chartWidth]);
    expect(points.map(({ y }) => y)).toEqual([chartHeight * 0.75, chartHeight / 2, undefined, 0]);
    expect(points.map(({ isAfterGap }) => isAfterGap)).toEqual([false, false, false, true]);
  });

  it('are drawn when there is one of them, or none', () => {
    expect(lookPoints([look(3)])).toMatchObject([{ x: chartWidth / 2, isAfterGap: false }]);
    expect(lookPoints([])).toEqual([]);
  });
});
