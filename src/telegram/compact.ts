/** Every field must be named, so that none is forgotten; an optional one may be `undefined` and is then left out. */
type Named<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/** Absent fields stay absent: the same object without the fields that are `undefined`. */
export function compact<T extends object>(fields: Named<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
