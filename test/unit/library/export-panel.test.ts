// @vitest-environment jsdom
/** Which annotations leave, by what is selected and found. */
import { h, options, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import type { LibraryData } from '../../../src/store/library.ts';
import type { Review } from '../../../src/ui/use-review.ts';
import { ExportPanel } from '../../../src/library/export-panel.tsx';
import { aView } from '../builders.ts';
import { sourceOf } from '../exporting.ts';

vi.mock('../../../src/webext/i18n.ts', () => ({ message: (key: string, ...values: string[]) => [key, ...values].join(' '), direction: () => 'ltr' }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));
vi.mock('../../../src/ui/worker.ts', () => ({ call: () => Promise.resolve() }));
const saved = vi.hoisted(() => vi.fn<(name: string) => void>());
vi.mock('../../../src/ui/save-file.ts', () => ({ saveFile: async (name: string, _: string, pieces: AsyncIterable<unknown>) => {
  for await (const __ of pieces);
  saved(name);
} }));

// Else effects wait for a frame, which may come when the document has gone with its test.
options.requestAnimationFrame = queueMicrotask;

const place = document.body;
const asked = vi.fn<(ids?: readonly string[]) => void>();
const data = {
  countLiving: () => (next: (count: number) => void) => {
    next(9);
    return () => undefined;
  },
  ids: () => Promise.resolve(['found-1', 'found-2']),
  backupNow: () => Promise.resolve({ changes: 0, exported: 0, automatic: false }),
  exportSource: (ids?: readonly string[]) => {
    asked(ids);
    return Promise.resolve(sourceOf([aView()]));
  },
} satisfies Partial<LibraryData> as unknown as LibraryData;

function show(selectedIds: readonly string[], filtered: boolean): void {
  const review = { query: noQuery, filtered, found: { total: 2 } } as unknown as Review;
  render(h(ExportPanel, { id: 'panel', data, review, selectedIds, onClose: () => undefined }), place);
}

const labels = () => [...place.querySelectorAll('label:has([type=radio])')].map((label) => label.textContent?.trim());
const checked = () => [...place.querySelectorAll('label:has(:checked)')].map((label) => label.textContent?.trim());
const press = (name: string) => [...place.querySelectorAll<HTMLElement>('button, label')].find((each) => each.textContent?.trim() === name)?.click();

async function download(): Promise<void> {
  press('download');
  await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
}

beforeEach(() => {
  saved.mockClear();
  asked.mockClear();
});
afterEach(() => render(null, place));

it('offers everything alone when nothing is looked for or selected', async () => {
  show([], false);
  await vi.waitFor(() => expect(labels()[0]).toBe('exportEverything 9'));
  expect(labels()).not.toContain('exportFound 2');
  await download();
  expect(asked).toHaveBeenCalledExactlyOnceWith(undefined);
});

it('means what is selected, unless told otherwise', async () => {
  show(['one', 'two', 'three'], true);
  await vi.waitFor(() => expect(labels().slice(0, 3)).toEqual(['exportEverything 9', 'exportFound 2', 'exportSelected 3']));
  expect(checked()[0]).toBe('exportSelected 3');
  await download();
  expect(asked).toHaveBeenCalledExactlyOnceWith(['one', 'two', 'three']);
  expect(saved).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/-selected\.json$/));
});

it('takes what is found when that is chosen, and falls back when it goes', async () => {
  show(['one'], true);
  await vi.waitFor(() => expect(labels()).toContain('exportFound 2'));
  press('exportFound 2');
  await vi.waitFor(() => expect(checked()[0]).toBe('exportFound 2'));
  await download();
  expect(asked).toHaveBeenCalledExactlyOnceWith(['found-1', 'found-2']);
  show([], false);
  expect(checked()[0]).toBe('exportEverything 9');
});
