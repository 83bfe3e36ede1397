import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../src/model/annotation.ts';
import { createDraftSaver } from '../../../src/ui/draft-saver.ts';

const draft = (note: string): Draft => ({ tags: [], pending: '', note, rev: 0 });

/** A saver and what it kept and could not keep. */
function saving(save: (draft: Draft) => Promise<unknown> = async () => undefined) {
  const kept: string[] = [];
  const failures: unknown[] = [];
  const saver = createDraftSaver(async (typed) => {
    kept.push(typed.note);
    await save(typed);
  }, (failure) => { failures.push(failure); });
  return { saver, kept, failures };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('what is typed', () => {
  it('is kept within 300 ms of the last key', async () => {
    const { saver, kept } = saving();
    saver.change(draft('typed'));
    await vi.advanceTimersByTimeAsync(299);
    expect(kept).toEqual(['typed']);
  });

  it('is kept once for keys in quick succession, as it stood at the last one', async () => {
    const { saver, kept } = saving();
    for (const note of ['t', 'ty', 'typ']) {
      saver.change(draft(note));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept).toEqual(['typ']);
  });

  it('is kept twice a second while it is typed without a pause', async () => {
    const { saver, kept } = saving();
    for (let i = 1; i <= 20; i++) {
      saver.change(draft('x'.repeat(i)));
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(kept.length).toBe(2);
  });

  it('is kept in the order in which it was typed, though the first takes longer', async () => {
    let release = (): void => undefined;
    const { saver, kept } = saving((typed) => (typed.note === 'first' ? new Promise<void>((done) => { release = done; }) : Promise.resolve()));
    saver.change(draft('first'));
    await vi.advanceTimersByTimeAsync(299);
    saver.change(draft('second'));
    await vi.advanceTimersByTimeAsync(299);
    expect(kept).toEqual(['first']);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept).toEqual(['first', 'second']);
  });
});

describe('flushing', () => {
  it('keeps at once what is not kept yet, and not again later', async () => {
    const { saver, kept } = saving();
    saver.change(draft('typed'));
    await saver.flush();
    expect(kept).toEqual(['typed']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept).toEqual(['typed']);
  });

  it('waits for what is being kept', async () => {
    let release = (): void => undefined;
    const { saver } = saving(() => new Promise<void>((done) => { release = done; }));
    saver.change(draft('typed'));
    await vi.advanceTimersByTimeAsync(299);
    const flushed = vi.fn();
    void saver.flush().then(flushed);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(flushed).not.toHaveBeenCalled();
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(flushed).toHaveBeenCalled();
  });

  it('of nothing resolves and keeps nothing', async () => {
    const { saver, kept } = saving();
    await saver.flush();
    expect(kept).toEqual([]);
  });
});

it('what is dropped is not kept, but what is typed afterwards is', async () => {
  const { saver, kept } = saving();
  saver.change(draft('dropped'));
  saver.drop();
  await vi.advanceTimersByTimeAsync(1_000);
  await saver.flush();
  expect(kept).toEqual([]);
  saver.change(draft('typed after'));
  await vi.advanceTimersByTimeAsync(299);
  expect(kept).toEqual(['typed after']);
});

it('what could not be kept is told, and blocks neither flushing nor what is typed next', async () => {
  const { saver, kept, failures } = saving((typed) => (typed.note === 'unlucky' ? Promise.reject(new Error('disk full')) : Promise.resolve()));
  saver.change(draft('unlucky'));
  await expect(saver.flush()).resolves.toBe(false);
  expect(failures).toEqual([expect.objectContaining({ message: 'disk full' })]);
  saver.change(draft('next'));
  await vi.advanceTimersByTimeAsync(299);
  expect(kept).toEqual(['unlucky', 'next']);
  expect(failures).toHaveLength(1);
});

it('what could not be kept is tried again when it matters, and then is kept', async () => {
  let full = true;
  const { saver, kept, failures } = saving(() => (full ? Promise.reject(new Error('disk full')) : Promise.resolve()));
  saver.change(draft('typed'));
  await vi.advanceTimersByTimeAsync(299);
  expect(failures).toHaveLength(1);
  await expect(saver.flush()).resolves.toBe(false);
  full = false;
  await expect(saver.flush()).resolves.toBe(true);
  await expect(saver.flush()).resolves.toBe(true);
  expect(kept).toEqual(['typed', 'typed', 'typed']);
});
