/** What counts as exported, and what becomes of an export that is given up. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportSource } from '../../../src/model/view.ts';
import { type FileKind, exportFile } from '../../../src/ui/export-file.ts';
import type { ReviewData } from '../../../src/ui/review-data.ts';
import type { Piece } from '../../../src/formats/blob.ts';
import { aView } from '../builders.ts';
import { sourceOf } from '../exporting.ts';

const call = vi.hoisted(() => vi.fn<(name: string, args: { held: number }) => Promise<void>>(() => Promise.resolve()));
vi.mock('../../../src/ui/worker.ts', () => ({ call }));
vi.mock('../../../src/webext/runtime.ts', () => ({ appVersion: () => '0.1.0' }));

const asked: (readonly string[] | undefined)[] = [];
const data = {
  backupNow: () => Promise.resolve({ changes: 7, exported: 0, automatic: false }),
  exportSource: (ids?: readonly string[]): Promise<ExportSource> => {
    asked.push(ids);
    return Promise.resolve(sourceOf([aView(), aView(), aView()]));
  },
} satisfies Partial<ReviewData> as unknown as ReviewData;

let delivered: { name: string; type: string; pieces: number }[] = [];
async function deliver(name: string, type: string, pieces: AsyncIterable<Piece>): Promise<void> {
  let count = 0;
  for await (const _ of pieces) count += 1;
  delivered.push({ name, type, pieces: count });
}

async function* lines({ annotations }: ExportSource) {
  for await (const views of annotations) yield views.map(({ annotation }) => annotation.note).join('\n');
}
const kind: FileKind = { ending: '.txt', type: 'text/plain', write: lines, isBackup: true };

beforeEach(() => {
  delivered = [];
  asked.length = 0;
  call.mockClear();
});

describe('an export', () => {
  it('is everything as JSON unless something else is wanted, and counts', async () => {
    await exportFile(data, deliver);
    expect(delivered).toEqual([{ name: expect.stringMatching(/^postil-[\d-]{10}\.json$/), type: 'application/json', pieces: 4 }]);
    expect(asked).toEqual([undefined]);
    expect(call.mock.calls).toEqual([['backup.exported', { held: 7, at: expect.any(Number) }]]);
  });

  it('of a part has its name, and does not count', async () => {
    await exportFile(data, deliver, { kind, part: { scope: 'found', ids: ['a', 'b'] } });
    expect(delivered[0]?.name).toMatch(/^postil-[\d-]{10}-found\.txt$/);
    expect(asked).toEqual([['a', 'b']]);
    expect(call).not.toHaveBeenCalled();
  });

  it('from which nothing comes back does not count', async () => {
    await exportFile(data, deliver, { kind: { ...kind, isBackup: false } });
    expect(delivered).toHaveLength(1);
    expect(call).not.toHaveBeenCalled();
  });

  it('tells how far it is', async () => {
    const counts: number[] = [];
    await exportFile(data, deliver, { kind, onCount: (count) => counts.push(count) });
    expect(counts).toEqual([1, 1, 3]);
  });

  it('that is given up ends there, delivers nothing and does not count', async () => {
    const stop = new AbortController();
    const done = exportFile(data, deliver, { kind, signal: stop.signal, onCount: () => stop.abort() });
    await expect(done).rejects.toThrow(/abort/i);
    expect(delivered).toEqual([]);
    expect(call).not.toHaveBeenCalled();
  });
});
