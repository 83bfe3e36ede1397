/** Times as files hold them: ISO 8601, UTC when we write them. */
import * as v from 'valibot';
import { Time } from '../model/post.ts';

export function iso(time: number): string {
  return new Date(time).toISOString();
}

/** A date alone, or a time without a zone, would mean another moment on every computer. */
const withZone = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads one, as epoch milliseconds. */
export const IsoTime = v.pipe(
  v.string(), v.regex(withZone, 'time'), v.transform((text) => Date.parse(text)), v.check((time) => v.is(Time, time), 'time'),
);
