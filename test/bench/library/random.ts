/** Numbers that look random and are the same whenever their seed is. */

/** From 0 to 1, 1 excluded. */
export type Random = () => number;

/** mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md. @param seed any whole numbers */
export function randomFrom(...seed: readonly number[]): Random {
  let state = seed.reduce((mixed, part) => Math.imul(mixed ^ part, 0x9E3779B1) ^ (mixed >>> 15), 0x6A09E667);
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A place in a list of `length`, from 0, by Zipf's law: the second comes half as often as the first, and so on. */
export function zipf(random: Random, length: number): number {
  return Math.min(length - 1, Math.floor((length + 1) ** random()) - 1);
}

/** From `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function oneOf<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}
