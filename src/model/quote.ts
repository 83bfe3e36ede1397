/** Stands in for what makes a quote. */
import type { Target } from './annotation.ts';

export function quoteOf(text: string, start: number, end: number): Extract<Target, { kind: 'quote' }> {
  return { kind: 'quote', exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32), start, end };
}
