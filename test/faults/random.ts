export type Random = () => number;

/** Numbers from 0 to 1, always the same ones after a seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function randomFrom(start: number): Random {
  let state = Math.imul(start, 2_654_435_761);
  return () => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223 | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
