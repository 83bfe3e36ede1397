import { afterEach, expect, it, vi } from 'vitest';
import { nextTask } from '../../../src/content/next-task.ts';

afterEach(() => { vi.unstubAllGlobals(); });

it('comes after what is at hand', async () => {
  const order: string[] = [];
  const waiting = nextTask().then((is) => order.push(String(is)));
  await Promise.resolve();
  order.push('at hand');
  await waiting;
  expect(order).toEqual(['at hand', 'true']);
});

it('is none in a page that has gone, where Firefox throws', async () => {
  vi.stubGlobal('setTimeout', () => { throw new DOMException('Component not initialized'); });
  expect(await nextTask()).toBe(false);
});
