/** The answering side of the table: checks the sender, parses the arguments, answers with a Result. */
import * as v from 'valibot';
import type { Caller } from '../model/caller.ts';
import { CallError, type FailureCode, type Result } from './result.ts';
import { type Answer, type Args, Call, type CallName, calls } from './table.ts';

export type Handlers = {
  [Name in CallName]: (args: Args<Name>, caller: Caller) => Promise<Answer<Name>>;
};

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function failure(code: FailureCode, reason: string): Result<never> {
  return { ok: false, code, message: reason };
}

/**
 * @param explain turns what a handler threw into a failure
 * @returns answers one message. Never rejects
 */
export function createRouter(handlers: Handlers, explain: (error: unknown) => CallError) {
  return async (message: unknown, caller: Caller | undefined): Promise<Result<unknown>> => {
    const call = v.safeParse(Call, message);
    if (!call.success || !isCallName(call.output.call)) return failure('invalid', 'no such call');
    const name = call.output.call;
    if (caller?.kind !== calls[name].from) return failure('forbidden', `${name} is not for this sender`);
    const args = v.safeParse(calls[name].args, call.output.args);
    if (!args.success) return failure('invalid', `${name}: ${v.getDotPath(args.issues[0]) ?? ''} ${args.issues[0].message}`);
    try {
      // The table pairs each name with its arguments; TypeScript cannot follow that through a lookup by a union.
      const handler = handlers[name] as (args: unknown, caller: Caller) => Promise<unknown>;
      return { ok: true, value: await handler(args.output, caller) };
    } catch (error) {
      const explained = explain(error);
      return failure(explained.code, explained.message);
    }
  };
}
