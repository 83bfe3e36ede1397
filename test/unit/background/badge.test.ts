import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countOnPage, forgetPage } from '../../../src/background/badge.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { clearSession } from '../fake-session.ts';

const badges = vi.hoisted(() => new Map<number, number>());
vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async (tabId: number, count: number) => { badges.set(tabId, count); } }));
beforeEach(() => {
  clearSession();
  badges.clear();
});

const frame = (frameId: number, tabId = 1): Caller => ({ kind: 'content', tabId, frameId });

describe('the badge of a tab', () => {
  it('counts all its frames together', async () => {
    await countOnPage(3, true, frame(0));
    await countOnPage(1, true, frame(5));
    await countOnPage(2, true, frame(8));
    expect(badges.get(1)).toBe(6);
  });

  it('follows each frame\'s latest count', async () => {
    await countOnPage(3, true, frame(0));
    await countOnPage(2, true, frame(5));
    await countOnPage(4, false, frame(0));
    expect(badges.get(1)).toBe(6);
    await countOnPage(0, false, frame(0));
    await countOnPage(0, false, frame(5));
    expect(badges.get(1)).toBe(0);
  });

  it('is right when frames report at once', async () => {
    await Promise.all([1, 2, 3, 4].map((id) => countOnPage(id, true, frame(id))));
    await countOnPage(0, false, frame(9));
    expect(badges.get(1)).toBe(10);
  });

  it('begins anew with a new page, not with a new frame', async () => {
    await countOnPage(3, true, frame(0));
    await countOnPage(2, true, frame(5));
    await countOnPage(1, true, frame(5));
    expect(badges.get(1)).toBe(4);
    await countOnPage(1, true, frame(0));
    expect(badges.get(1)).toBe(1);
  });

  it('is its own: tab 1 is not tab 11', async () => {
    await countOnPage(3, true, frame(0, 1));
    await countOnPage(4, true, frame(0, 11));
    await countOnPage(1, true, frame(0, 1));
    expect([badges.get(1), badges.get(11)]).toEqual([1, 4]);
    await forgetPage(1);
    await countOnPage(2, false, frame(5, 1));
    await countOnPage(1, false, frame(5, 11));
    expect([badges.get(1), badges.get(11)]).toEqual([2, 5]);
  });

  it('is left alone by what stands in no tab', async () => {
    await countOnPage(3, true, { kind: 'content' });
    expect(badges.size).toBe(0);
  });
});
