/** How long what was deleted can be taken back. */

export const daysKept = 30;
const day = 24 * 60 * 60 * 1_000;

/** What was deleted before this time goes for good; what was deleted exactly then stays. */
export function keptSince(now: number): number {
  return now - daysKept * day;
}

/** How many days are left, begun ones included. At least 1: until it has gone it can be taken back. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.max(1, Math.ceil((deletedAt - keptSince(now)) / day));
}
