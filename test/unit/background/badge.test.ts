import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countOnPage, forgetPage } from '../../../src/background/badge.ts';
import type { Caller } from '../../../src/model/caller.ts';
import { minute, noon } from '../builders.ts';
import { clearSession } from '../fake-session.ts';

const badges = vi.hoisted(() => new Map<number, number>());
vi.mock('../../../src/webext/session.ts', () => import('../fake-session.ts'));
vi.mock('../../../src/webext/badge.ts', () => ({ showBadge: async (tabId: number, count: number) => { badges.set(tabId, count); } }));
beforeEach(() => {
  clearSession();
  badges.clear();
});

const frame = (frameId: number, tabId = 1): Caller => ({ kind: 'content', tabId, frameId });

/** Documents begin, and report, in minutes after noon. */
const report = (count: number, began: number, at: number, place: Caller): Promise<void> => (
  countOnPage(count, noon + began * minute, place, noon + at * minute)
);

describe('the badge of a tab', () => {
  it('counts all its frames together', async () => {
    await report(3, 0, 1, frame(0));
    await report(1, 0, 1, frame(5));
    await report(2, 0, 1, frame(8));
    expect(badges.get(1)).toBe(6);
  });

  it('follows each frame\'s latest count', async () => {
    await report(3, 0, 1, frame(0));
    await report(2, 1, 2, frame(5));
    await report(4, 0, 3, frame(0));
    expect(badges.get(1)).toBe(6);
    await report(0, 0, 4, frame(0));
    await report(0, 1, 4, frame(5));
    expect(badges.get(1)).toBe(0);
  });

  it('is right when frames report at once', async () => {
    await Promise.all([1, 2, 3, 4].map((id) => report(id, 0, 1, frame(id))));
    await report(0, 0, 1, frame(9));
    expect(badges.get(1)).toBe(10);
  });

  it('begins anew with a new page, not with a new frame', async () => {
    await report(3, 0, 1, frame(0));
    await report(2, 0, 1, frame(5));
    await report(1, 2, 3, frame(5));
    expect(badges.get(1)).toBe(4);
    await report(1, 4, 5, frame(0));
    expect(badges.get(1)).toBe(1);
  });

  it('keeps what a frame of the new page reported before its top document did, or between two tries of it', async () => {
    await report(2, 0, 1, frame(5));
    await report(1, 3, 4, frame(7));
    await report(3, 2, 5, frame(0));
    await report(1, 3, 6, frame(8));
    await report(3, 2, 7, frame(0));
    expect(badges.get(1)).toBe(5);
  });

  it('is its own: tab 1 is not tab 11', async () => {
    await report(3, 0, 1, frame(0, 1));
    await report(4, 0, 1, frame(0, 11));
    await report(1, 2, 3, frame(0, 1));
    expect([badges.get(1), badges.get(11)]).toEqual([1, 4]);
    await forgetPage(1);
    await report(2, 2, 4, frame(5, 1));
    await report(1, 2, 4, frame(5, 11));
    expect([badges.get(1), badges.get(11)]).toEqual([2, 5]);
  });

  it('is left alone by what stands in no tab', async () => {
    await report(3, 0, 1, { kind: 'content' });
    expect(badges.size).toBe(0);
  });
});
