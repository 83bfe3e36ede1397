/** The calling side of the table. */
import * as v from 'valibot';
import { CallError, Result } from './result.ts';
import type { Answer, CallName, Input } from './table.ts';

export type Client<Name extends CallName> = <N extends Name>(call: N, args: Input<N>) => Promise<Answer<N>>;

/**
 * @param answers how to parse the answer of each call that this context makes
 * @param send carries a message to the worker and brings back its answer
 * @returns the function that makes calls; it rejects with a `CallError`
 */
export function createClient<Name extends CallName>(
  answers: Record<Name, v.GenericSchema>, send: (message: unknown) => Promise<unknown>,
): Client<Name> {
  return async <N extends Name>(call: N, args: Input<N>) => {
    const result = v.parse(Result, await send({ call, args }));
    if (!result.ok) throw new CallError(result.code, result.message);
    return v.parse(answers[call], result.value) as Answer<N>;
  };
}
