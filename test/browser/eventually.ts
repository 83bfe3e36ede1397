import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Polls until `probe` gives something truthy, and gives it back. A probe that throws counts as "not yet":
 * frames come and go while a browser works. The last failure is told when time is up.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  { timeout = 10_000, what = 'the condition' }: { timeout?: number; what?: string } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  let failure: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause: failure });
    }
    await pause(POLL_MS);
  }
}
