/** A closed tab's document may run on a little, while nothing of its window works any more. */
import { afterEach, expect, test, vi } from 'vitest';
import { logError } from '../../../src/content/log-error.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each([[false, 1], [true, 0]])('of a page whose window is closed: %s, errors told: %i', (closed, told) => {
  vi.stubGlobal('window', { closed });
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  logError(new Error('NS_ERROR_UNEXPECTED'));
  expect(log).toHaveBeenCalledTimes(told);
});
