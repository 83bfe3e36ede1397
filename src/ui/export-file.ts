/** An export, whoever asks for it. */
import type { Piece } from '../formats/blob.ts';
import type { ExportInfo } from '../formats/exported.ts';
import { type ExportScope, exportFileName } from '../formats/file-name.ts';
import { exportJson } from '../formats/json.ts';
import type { ExportSource } from '../model/view.ts';
import { appVersion } from '../webext/runtime.ts';
import type { ReviewData } from './review-data.ts';
import { call } from './worker.ts';

/** A form in which annotations leave. */
export interface FileKind {
  /** Of the file's name, with the dot. */
  ending: string;
  type: string;
  write: (source: ExportSource, info: ExportInfo) => AsyncIterable<Piece>;
  /** Whether everything can be had back from it. */
  isBackup: boolean;
}

const json: FileKind = { ending: '.json', type: 'application/json', write: exportJson, isBackup: true };

export interface ExportOptions {
  /** JSON unless another is wanted. */
  kind?: FileKind;
  /** Which annotations, when not all. */
  part?: { scope: Exclude<ExportScope, 'everything'>; ids: readonly string[] };
  signal?: AbortSignal;
  /** Told how many annotations have gone into the file. */
  onCount?: (count: number) => void;
}

/**
 * @param deliver puts the file where it belongs; what it holds counts as exported once it resolves, if it is everything and
 *   can be had back
 */
export async function exportFile(
  data: ReviewData, deliver: (name: string, type: string, pieces: AsyncIterable<Piece>) => Promise<void>,
  { kind = json, part, ...watch }: ExportOptions = {},
): Promise<void> {
  const at = Date.now();
  // Read first: a change made from here on may be in the file, and counts as not exported.
  const { changes: held } = await data.backupNow();
  const source = await data.exportSource(part?.ids);
  const pieces = kind.write({ ...source, annotations: watched(source.annotations, watch) }, { now: at, generator: `Postil ${appVersion()}` });
  await deliver(exportFileName(at, { ending: kind.ending, ...(part && { scope: part.scope }) }), kind.type, pieces);
  if (part || !kind.isBackup) return;
  // What is exported is exported: that it cannot be noted is no failure of it.
  await call('backup.exported', { held, at }).catch(() => undefined);
}

async function* watched(annotations: ExportSource['annotations'], { signal, onCount }: Pick<ExportOptions, 'signal' | 'onCount'>) {
  let count = 0;
  for await (const views of annotations) {
    signal?.throwIfAborted();
    yield views;
    count += views.length;
    onCount?.(count);
  }
}
