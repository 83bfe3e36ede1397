/** Weeks and months where the reader is. */

const day = 24 * 60 * 60 * 1_000;

/** Midnight on Monday. */
export function startOfWeek(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).getTime();
}

export function startOfMonth(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth()).getTime();
}

/** The first moment of the week after the one that begins then. */
export function nextWeek(start: number): number {
  const date = new Date(start);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 7).getTime();
}

export function nextMonth(start: number): number {
  const date = new Date(start);
  return new Date(date.getFullYear(), date.getMonth() + 1).getTime();
}

/**
 * The same function, quick for a hundred thousand times: asked once for each day. Periods begin at midnights, so that a
 * day of UTC holds the beginning of one at most.
 */
export function byDay(startOf: (time: number) => number): (time: number) => number {
  const known = new Map<number, readonly [before: number, after: number]>();
  return (time) => {
    const number = Math.floor(time / day);
    let starts = known.get(number);
    if (!starts) {
      starts = [startOf(number * day), startOf(number * day + day - 1)];
      known.set(number, starts);
    }
    return time >= starts[1] ? starts[1] : starts[0];
  };
}
