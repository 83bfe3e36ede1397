/** What was measured, beside what, and what it may be. */
import type { BrowserName } from '../../browser/browsers.mjs';
import type { Subject } from './subject.ts';

export interface Measurement {
  browser: BrowserName;
  /** How many annotations there were. */
  count: number;
  /** As the table has it; its beginning is the part's name. */
  name: string;
  unit: 'ms' | 'MB' | '';
  measured: readonly number[];
  /** Its floor, each measured beside the one at its place; or one for all. */
  beside?: { name: string; measured: readonly number[] };
  atMost?: Limits;
}

/** Of the ratios to what it is measured beside, the median; of what is measured itself, the median and the worst. */
export interface Limits {
  ratio?: number;
  median?: number;
  worst?: number;
}

/** By the count, a measurement of which is made by the part's name and what was found. */
export function measuring({ browser, count }: Pick<Subject, 'browser' | 'count'>) {
  return (name: string, unit: Measurement['unit'], measured: readonly number[], more: Pick<Measurement, 'beside' | 'atMost'> = {}): Measurement => (
    { browser, count, name, unit, measured, ...more }
  );
}

/** Each by the one beside it. */
export function ratios({ measured, beside }: Measurement): number[] {
  return beside ? measured.map((each, i) => each / (beside.measured[i] ?? beside.measured[0] ?? NaN)) : [];
}
