import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  claimToken, giveToTab, grantOf, grantToOpenInTab, issueToken, revokeToken, revokeTokensOfTab,
} from '../../../src/background/tokens.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { anOffer, minute, noon } from '../builders.ts';
import { clearSession, writeSession } from '../fake-session.ts';

vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
beforeEach(clearSession);

const page: Caller = { kind: 'content', tabId: 1, frameId: 7, host: 't.me' };
const editor: Caller = { kind: 'extension', tabId: 1, frameId: 9 };
const issue = (now = noon, caller = page): Promise<string> => issueToken(anOffer(), caller, now);
const gone = { code: 'gone' };

describe('a token', () => {
  it('gives the editor in its tab the offered post and the frame that offered it', async () => {
    const token = await issue();
    expect(await claimToken(token, editor, noon)).toMatchObject({ offered: anOffer(), tabId: 1, frameId: 7 });
    expect(await grantOf(token, editor, noon)).toMatchObject({ offered: anOffer() });
  });

  it('can be claimed again, hours later too', async () => {
    const token = await issue();
    await claimToken(token, editor, noon + 1);
    expect(await claimToken(token, editor, noon + 600 * minute)).toMatchObject({ offered: anOffer() });
  });

  it('is worth nothing in another tab or in none', async () => {
    const token = await issue();
    await expect(claimToken(token, { ...editor, tabId: 2 }, noon)).rejects.toMatchObject(gone);
    await expect(claimToken(token, { kind: 'extension' }, noon)).rejects.toMatchObject(gone);
    expect(await claimToken(token, editor, noon)).toMatchObject({ tabId: 1 });
  });

  it('unclaimed, is good for a minute and no longer', async () => {
    const token = await issue();
    expect(await grantOf(token, editor, noon + 60_000)).toMatchObject({ tabId: 1 });
    await expect(claimToken(token, editor, noon + 60_001)).rejects.toMatchObject(gone);
  });

  it('that was revoked or never issued is worth nothing', async () => {
    const [token, other] = [await issue(), await issue()];
    await revokeToken(token);
    await expect(claimToken(token, editor, noon)).rejects.toMatchObject(gone);
    await expect(claimToken('11111111-1111-4111-8111-111111111111', editor, noon)).rejects.toMatchObject(gone);
    await expect(claimToken('', editor, noon)).rejects.toMatchObject(gone);
    expect(await claimToken(other, editor, noon)).toMatchObject({ tabId: 1 });
  });

  it('goes with its tab', async () => {
    const [token, other] = [await issue(), await issue(noon, { ...page, tabId: 11 })];
    await revokeTokensOfTab(1);
    await expect(claimToken(token, editor, noon)).rejects.toMatchObject(gone);
    expect(await claimToken(other, { ...editor, tabId: 11 }, noon)).toMatchObject({ tabId: 11 });
  });

  it('is another one for every offer, and hard to guess', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => issue()));
    expect(new Set(tokens).size).toBe(10);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is not issued to what stands in no tab', async () => {
    await expect(issueToken(anOffer(), { kind: 'content' }, noon)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not open what lies in the session store and is no offer', async () => {
    await writeSession('editor 11111111-1111-4111-8111-111111111111', { tabId: 1, frameId: 7, at: noon, claimed: true });
    await expect(claimToken('11111111-1111-4111-8111-111111111111', editor, noon)).rejects.toMatchObject(gone);
    expect(await issue()).toBeTypeOf('string');
  });
});

describe('a token for a tab', () => {
  const inTab: Caller = { kind: 'extension', tabId: 2, frameId: 0 };
  const give = async (token: string, now = noon) => giveToTab(token, await grantToOpenInTab(token, page, now), now);

  it('is given at the word of the very page that it was issued to, and only as long as no frame has claimed it', async () => {
    const token = await issue();
    for (const stranger of [{ ...page, tabId: 2 }, { ...page, frameId: 0 }, { kind: 'content' } as const]) {
      await expect(grantToOpenInTab(token, stranger, noon)).rejects.toMatchObject(gone);
    }
    await expect(grantToOpenInTab(token, page, noon + 60_001)).rejects.toMatchObject(gone);
    await claimToken(token, editor, noon);
    await expect(grantToOpenInTab(token, page, noon)).rejects.toMatchObject(gone);
  });

  it('is good for the first that claims it at the top of a tab, and for nobody else', async () => {
    const token = await issue();
    await give(token);
    for (const stranger of [editor, { ...inTab, frameId: 3 }, { kind: 'extension' } as const, { kind: 'extension', frameId: 0 } as const]) {
      await expect(claimToken(token, stranger, noon)).rejects.toMatchObject(gone);
    }
    expect(await claimToken(token, inTab, noon)).toMatchObject({ offered: anOffer(), tabId: 1, frameId: 7 });
    expect(await claimToken(token, inTab, noon + 600 * minute)).toMatchObject({ offered: anOffer() });
    expect(await grantOf(token, inTab, noon)).toMatchObject({ tabId: 1, frameId: 7 });
    await expect(claimToken(token, { ...inTab, tabId: 3 }, noon)).rejects.toMatchObject(gone);
  });

  it('has a minute from then on', async () => {
    const token = await issue();
    await give(token, noon + 50_000);
    expect(await claimToken(token, inTab, noon + 100_000)).toMatchObject({ offered: anOffer() });
  });

  it('outlives its page, and goes with its own tab, of which the page is told', async () => {
    const token = await issue();
    await give(token);
    await claimToken(token, inTab, noon);
    expect(await revokeTokensOfTab(1)).toEqual([]);
    expect(await grantOf(token, inTab, noon)).toMatchObject({ offered: anOffer() });
    expect(await revokeTokensOfTab(2)).toEqual([{ token, tabId: 1, frameId: 7 }]);
    await expect(grantOf(token, inTab, noon)).rejects.toMatchObject(gone);
  });
});

describe('many tokens', () => {
  it('are at most twenty: the oldest goes', async () => {
    const tokens: string[] = [];
    for (let i = 0; i < 21; i += 1) tokens.push(await issue(noon + i));
    const [first, second] = tokens;
    await expect(grantOf(first ?? '', editor, noon + 21)).rejects.toMatchObject(gone);
    for (const token of [second ?? '', tokens.at(-1) ?? '']) expect(await grantOf(token, editor, noon + 21)).toMatchObject({ tabId: 1 });
  });

  it('that expired make room', async () => {
    const { readSession } = await import('../fake-session.ts');
    for (let i = 0; i < 5; i += 1) await issue();
    await issue(noon + 2 * minute);
    expect(Object.keys(await readSession())).toHaveLength(1);
  });
});
