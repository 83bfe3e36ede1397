/** The calling side of the table. */
import * as v from 'valibot';
import { CallError, Result } from './result.ts';
import type { Answer, CallName, Input } from './table.ts';

export type Client<Name extends CallName> = <N extends Name>(call: N, args: Input<N>) => Promise<Answer<N>>;

export interface Wire {
  /** Carries a message to the worker and brings back its answer. */
  send: (message: unknown) => Promise<unknown>;
  /** Whether this context has outlived its extension, so that nothing will ever answer it. */
  isOrphaned: () => boolean;
}

/** Before a call is sent again: time for a worker to start, or for a context to learn that it has none any more. */
const pause = 200;

/**
 * @param answers how to parse the answer of each call that this context makes
 * @returns the function that makes calls; it rejects with a `CallError`
 */
export function createClient<Name extends CallName>(answers: Record<Name, v.GenericSchema>, wire: Wire): Client<Name> {
  return async <N extends Name>(call: N, args: Input<N>) => {
    const send = async () => v.parse(Result, await wire.send({ call, args }));
    // The browser stops the worker whenever it likes, and what it was at work on fails. Every call may be made twice to
    // the effect of one, so it is sent again before anybody is troubled with it.
    const result = await send()
      .catch(() => new Promise((resolve) => setTimeout(resolve, pause)).then(send))
      .catch((error: unknown) => {
        throw new CallError(wire.isOrphaned() ? 'orphaned' : 'unanswered', String(error));
      });
    if (!result.ok) throw new CallError(result.code, result.message);
    return v.parse(answers[call], result.value) as Answer<N>;
  };
}
