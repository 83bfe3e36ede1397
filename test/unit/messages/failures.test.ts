import { expect, it, vi } from 'vitest';
import { explainFailure } from '../../../src/messages/failures.ts';
import { CallError } from '../../../src/messages/result.ts';

it('a failure of a call stays what it is', () => {
  const failure = new CallError('gone', 'it was deleted');
  expect(explainFailure(failure)).toBe(failure);
});

it('a full disk is told, however deep the browser\'s error lies', () => {
  const full = new DOMException('no room', 'QuotaExceededError');
  expect(explainFailure(full).code).toBe('disk-full');
  const wrapped = Object.assign(new Error('aborted'), { name: 'AbortError', inner: Object.assign(new Error('failed'), { inner: full }) });
  expect(explainFailure(wrapped).code).toBe('disk-full');
});

it('what Chromium says of a disk without any room is told as such, and reported', () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const name of ['AbortError', 'UnknownError']) expect(explainFailure(new DOMException('closing', name)).code).toBe('storage');
  expect(reported).toHaveBeenCalledTimes(2);
  reported.mockRestore();
});

it.each([[new TypeError('oops'), 'oops'], ['a word', 'a word'], [undefined, 'undefined']])('anything else is reported and told in words', (thrown, words) => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(explainFailure(thrown)).toMatchObject({ code: 'failed', message: words });
  expect(reported).toHaveBeenCalledWith(expect.anything(), thrown);
  reported.mockRestore();
});
