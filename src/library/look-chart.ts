/** Looks at a post as places in a drawing: when, and how many views it had. */
import type { Seen } from '../model/history.ts';

export interface LookPoint {
  look: Seen;
  x: number;
  /** Absent when the page told no views. */
  y?: number;
  /** After a long time without a look: what was between is not known. */
  isAfterGap: boolean;
}

/** In the drawing's own units. */
export const [chartWidth, chartHeight] = [360, 64];

/** In milliseconds. */
const longWithout = 7 * 24 * 60 * 60 * 1_000;

const factors: Record<string, number> = { '': 1, K: 1e3, M: 1e6, B: 1e9 };

/** A count as Telegram writes it, "1.2K" for instance, as a number: so much as it tells. */
export function estimate(count: string | undefined): number | undefined {
  const [, digits = '', suffix = ''] = /^(\d[\d.,\s]*)([KMB]?)$/i.exec(count?.trim() ?? '') ?? [];
  if (digits === '') return undefined;
  const plain = suffix === '' ? digits.replace(/\D/g, '') : digits.trim().replace(',', '.');
  const number = Number(plain) * (factors[suffix.toUpperCase()] ?? 1);
  return Number.isFinite(number) ? number : undefined;
}

/** @param seen in the order of time; the later, the further to the end, to scale */
export function lookPoints(seen: readonly Seen[]): LookPoint[] {
  const [first, last] = [seen[0]?.at ?? 0, seen.at(-1)?.at ?? 0];
  const most = Math.max(1, ...seen.flatMap(({ views }) => estimate(views) ?? []));
  return seen.map((look, i) => {
    const views = estimate(look.views);
    return {
      look,
      x: last === first ? chartWidth / 2 : ((look.at - first) / (last - first)) * chartWidth,
      ...(views !== undefined && { y: chartHeight * (1 - views / most) }),
      isAfterGap: look.at - (seen[i - 1]?.at ?? look.at) > longWithout,
    };
  });
}
