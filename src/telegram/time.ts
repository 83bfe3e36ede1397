/** Up to the year 9999, as far as ISO 8601 writes years in four digits. */
const latest = Date.UTC(9999, 11, 31);

/** A time that a page tells, in milliseconds; nonsense counts as not told, so that it costs no more than itself. */
export function told(time: number): number | undefined {
  return Number.isSafeInteger(time) && time > 0 && time < latest ? time : undefined;
}
