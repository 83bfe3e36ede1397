/**
 * Tokens by which the editor gets its post, and nobody else does.
 *
 * A token is made when a content script offers a post, and is worth something only to an extension page in the same
 * tab; or, once that content script has asked for it, to the one that first claims it at the top of a tab. It lies in the session store, so that a worker stopped between offer and claim loses nothing. Unclaimed it
 * expires after a minute; once claimed it stays until the editor closes, because moving a frame reloads it and it
 * must be able to claim again.
 */
import * as v from 'valibot';
import { CallError } from '../messages/result.ts';
import { type Args, OfferedPost } from '../messages/table.ts';
import { Target } from '../model/annotation.ts';
import type { Caller } from '../model/caller.ts';
import { forgetSession, readSession, writeSession } from '../webext/session.ts';

const prefix = 'editor ';
const unclaimedLifetime = 60_000;
/** The session store holds 10 MB; editors left open beyond this number are the oldest and lose their tokens. */
const maxTokens = 20;

const Grant = v.object({
  offered: OfferedPost,
  target: Target,
  /** Where the page is that offered the post, and hears of the editor. */
  tabId: v.number(),
  frameId: v.number(),
  at: v.number(),
  claimed: v.boolean(),
  /** Whether the editor has a tab of its own, and which, once it has claimed the token there. */
  inTab: v.boolean(),
  editorTabId: v.exactOptional(v.number()),
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

export async function issueToken({ target = { kind: 'post' }, ...offered }: Args<'editor.open'>, caller: Caller, now: number): Promise<string> {
  const { tabId, frameId } = caller;
  if (tabId === undefined || frameId === undefined) throw new CallError('forbidden', 'an offer comes from a tab');
  const known = await grants();
  const open = known.filter(([, grant]) => !expired(grant, now)).sort(([, a], [, b]) => b.at - a.at).slice(0, maxTokens - 1);
  await forgetSession(known.filter((each) => !open.includes(each)).map(([key]) => key));
  const token = crypto.randomUUID();
  await writeSession(prefix + token, { offered, target, tabId, frameId, at: now, claimed: false, inTab: false } satisfies Grant);
  return token;
}

async function validGrant(token: string, now: number, isFor: (grant: Grant) => boolean): Promise<Grant> {
  const parsed = v.safeParse(Grant, (await readSession())[prefix + token]);
  if (!parsed.success || expired(parsed.output, now) || !isFor(parsed.output)) {
    throw new CallError('gone', 'this editor is no longer valid');
  }
  return parsed.output;
}

/** The grant behind a token. Throws `gone` when there is none for this editor: unknown, expired or of another tab. */
export async function grantOf(token: string, editor: Caller, now: number): Promise<Grant> {
  return validGrant(token, now, ({ tabId, inTab, editorTabId = editor.tabId }) => (
    inTab ? editor.frameId === 0 && editor.tabId !== undefined && editor.tabId === editorTabId : editor.tabId === tabId
  ));
}

export async function claimToken(token: string, editor: Caller, now: number): Promise<Grant> {
  const grant = await grantOf(token, editor, now);
  const { inTab, claimed } = grant;
  if (!claimed) {
    const place = inTab && editor.tabId !== undefined ? { editorTabId: editor.tabId } : {};
    await writeSession(prefix + token, { ...grant, ...place, claimed: true } satisfies Grant);
  }
  return grant;
}

/** Throws `gone` unless the token was issued to this very page, and its editor is not at work in a frame there. */
export async function grantToOpenInTab(token: string, page: Caller, now: number): Promise<Grant> {
  return validGrant(token, now, ({ tabId, frameId, claimed, inTab }) => (
    tabId === page.tabId && frameId === page.frameId && (inTab || !claimed)
  ));
}

/** From now on the token is worth something to whoever claims it first at the top of a tab, and to no frame. */
export async function giveToTab(token: string, { editorTabId: _, ...grant }: Grant, now: number): Promise<void> {
  await writeSession(prefix + token, { ...grant, inTab: true, claimed: false, at: now } satisfies Grant);
}

export async function revokeToken(token: string): Promise<void> {
  await forgetSession([prefix + token]);
}

/**
 * A tab was closed, and the editors in it with it.
 * @returns those whose page is in another tab, and must be told
 */
export async function revokeTokensOfTab(closed: number): Promise<{ token: string; tabId: number; frameId: number }[]> {
  const gone = (await grants()).filter(([, { tabId, inTab, editorTabId }]) => (inTab ? editorTabId : tabId) === closed);
  await forgetSession(gone.map(([key]) => key));
  return gone
    .filter(([, { tabId }]) => tabId !== closed)
    .map(([key, { tabId, frameId }]) => ({ token: key.slice(prefix.length), tabId, frameId }));
}
