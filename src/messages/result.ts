/** An answer that survives the wire: an Error does not. */
import * as v from 'valibot';

/**
 * Why a call was not done.
 * `forbidden`: this sender may not. `invalid`: the arguments are not what the table says. `gone`: what it was about no
 * longer exists. `conflict`: it was changed meanwhile. `disk-full`: there was no room to write. `storage`: the browser could
 * not get at what is stored, for want of room perhaps. `newer`: what is stored was written by a newer version.
 * `failed`: anything else.
 * Two are found on the calling side. `unanswered`: no worker answered. `orphaned`: the extension was updated, switched
 * off or removed under the caller, which can call nothing any more.
 */
export const failureCodes = ['forbidden', 'invalid', 'gone', 'conflict', 'disk-full', 'storage', 'newer', 'failed', 'unanswered', 'orphaned'] as const;
export type FailureCode = (typeof failureCodes)[number];

export type Result<T> = { ok: true; value: T } | { ok: false; code: FailureCode; message: string };

export const Result = v.union([
  // JSON, in which Chrome sends messages, leaves `undefined` out.
  v.object({ ok: v.literal(true), value: v.optional(v.unknown()) }),
  v.object({ ok: v.literal(false), code: v.picklist(failureCodes), message: v.string() }),
]);

/** A call that was not done, thrown on either side of the wire. */
export class CallError extends Error {
  constructor(readonly code: FailureCode, message: string = code) {
    super(message);
    this.name = 'CallError';
  }
}
