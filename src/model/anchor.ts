/** Stands in for what finds a quote again. */
import type { Target } from './annotation.ts';

export function anchor(text: string, quote: Extract<Target, { kind: 'quote' }>): { start: number; end: number; by: string } | undefined {
  if (text.slice(quote.start, quote.end) === quote.exact) return { start: quote.start, end: quote.end, by: 'position' };
  const start = text.indexOf(quote.exact);
  return start < 0 ? undefined : { start, end: start + quote.exact.length, by: 'exact' };
}
