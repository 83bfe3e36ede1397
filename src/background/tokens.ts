/**
 * Tokens by which the framed editor gets its post, and nobody else does.
 *
 * A token is made when a content script offers a post, and is worth something only to an extension page in the same
 * tab. It lies in the session store, so that a worker stopped between offer and claim loses nothing. Unclaimed it
 * expires after a minute; once claimed it stays until the editor closes, because moving a frame reloads it and it
 * must be able to claim again.
 */
import * as v from 'valibot';
import { CallError } from '../messages/result.ts';
import { OfferedPost } from '../messages/table.ts';
import type { Caller } from '../model/caller.ts';
import { forgetSession, readSession, writeSession } from '../webext/session.ts';

const prefix = 'editor ';
const unclaimedLifetime = 60_000;
/** The session store holds 10 MB; editors left open beyond this number are the oldest and lose their tokens. */
const maxTokens = 20;

const Grant = v.object({
  offered: OfferedPost,
  tabId: v.number(),
  frameId: v.number(),
  at: v.number(),
  claimed: v.boolean(),
});
type Grant = v.InferOutput<typeof Grant>;

async function grants(): Promise<[key: string, grant: Grant][]> {
  return Object.entries(await readSession()).flatMap(([key, value]) => {
    const grant = key.startsWith(prefix) ? v.safeParse(Grant, value) : undefined;
    return grant?.success ? [[key, grant.output] as [string, Grant]] : [];
  });
}

function expired(grant: Grant, now: number): boolean {
  return !grant.claimed && now - grant.at > unclaimedLifetime;
}

export async function issueToken(offered: v.InferOutput<typeof OfferedPost>, caller: Caller, now: number): Promise<string> {
  const { tabId, frameId } = caller;
  if (tabId === undefined || frameId === undefined) throw new CallError('forbidden', 'an offer comes from a tab');
  const known = await grants();
  const open = known.filter(([, grant]) => !expired(grant, now)).sort(([, a], [, b]) => b.at - a.at).slice(0, maxTokens - 1);
  await forgetSession(known.filter((each) => !open.includes(each)).map(([key]) => key));
  const token = crypto.randomUUID();
  await writeSession(prefix + token, { offered, tabId, frameId, at: now, claimed: false } satisfies Grant);
  return token;
}

/** The grant behind a token. Throws `gone` when there is none for this caller: unknown, expired or of another tab. */
export async function grantOf(token: string, caller: Caller, now: number): Promise<Grant> {
  const parsed = v.safeParse(Grant, (await readSession())[prefix + token]);
  if (!parsed.success || parsed.output.tabId !== caller.tabId || expired(parsed.output, now)) {
    throw new CallError('gone', 'this editor is no longer valid');
  }
  return parsed.output;
}

export async function claimToken(token: string, caller: Caller, now: number): Promise<Grant> {
  const grant = await grantOf(token, caller, now);
  if (!grant.claimed) await writeSession(prefix + token, { ...grant, claimed: true } satisfies Grant);
  return grant;
}

export async function revokeToken(token: string): Promise<void> {
  await forgetSession([prefix + token]);
}

export async function revokeTokensOfTab(tabId: number): Promise<void> {
  await forgetSession((await grants()).filter(([, grant]) => grant.tabId === tabId).map(([key]) => key));
}
