/** What was measured, to be read, and whether it is within what it may be. */
import type { Budget } from '../budgets.ts';
import { median } from '../statistics.ts';
import { short, table } from '../table.ts';
import { type Measurement, ratios } from './measurement.ts';

export function measurementTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { name, unit, measured, beside } = measurement;
    const by = ratios(measurement);
    return [
      name, unit, short(median(measured)), short(Math.max(...measured)), String(measured.length),
      beside?.name ?? '', beside ? short(median(beside.measured)) : '', ...(beside ? [short(median(by)), short(Math.max(...by))] : ['', '']),
    ];
  });
  return table([['', 'unit', 'median', 'worst', 'of', 'beside', 'median', '×', 'worst ×'], ...rows]);
}

export function budgetsOf(measurements: readonly Measurement[]): Budget[] {
  return measurements.flatMap((measurement) => {
    const { browser, count, name, measured, unit, beside, atMost = {} } = measurement;
    const values = { ratio: median(ratios(measurement)), median: median(measured), worst: Math.max(...measured) };
    return (['ratio', 'median', 'worst'] as const).flatMap((of) => {
      const limit = atMost[of];
      if (limit === undefined) return [];
      const what = of === 'ratio' ? `by ${beside?.name}` : [of, unit].join(' ').trim();
      return [{ name: `${browser}, ${count.toLocaleString('en-US')}, ${name}, ${what}`, measured: values[of], limit, met: values[of] <= limit }];
    });
  });
}
