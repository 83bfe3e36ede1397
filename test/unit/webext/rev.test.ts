import { expect, it, vi } from 'vitest';
import { bumpRev } from '../../../src/webext/rev.ts';

const local = vi.hoisted(() => {
  let stored: Record<string, unknown> = {};
  return {
    isFull: false,
    get: async (key: string) => ({ [key]: stored[key] }),
    async set(values: Record<string, unknown>) {
      if (local.isFull) throw new DOMException('no room', 'QuotaExceededError');
      stored = { ...stored, ...values };
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: { storage: { local } } }));
const rev = async (): Promise<unknown> => (await local.get('rev'))['rev'];

it('grows by one each time, also when many are added at once', async () => {
  await Promise.all([bumpRev(), bumpRev(), bumpRev()]);
  expect(await rev()).toBe(3);
});

it('that cannot be written is no failure of what was, and grows again afterwards', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  local.isFull = true;
  await expect(bumpRev()).resolves.toBeUndefined();
  local.isFull = false;
  await bumpRev();
  expect(await rev()).toBe(4);
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});

it('that makes no sense begins anew', async () => {
  await local.set({ rev: 'many' });
  await bumpRev();
  expect(await rev()).toBe(1);
});
