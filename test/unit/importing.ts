/** Files, and what comes of importing them. */
import { exportJson } from '../../src/formats/json.ts';
import { readExport } from '../../src/formats/read-export.ts';
import type { ImportChoices, ImportEntry, ImportHead, ImportPiece, Rejection } from '../../src/model/import.ts';
import { exportSource } from '../../src/store/export.ts';
import { planImport } from '../../src/store/import-plan.ts';
import { type RunOptions, acceptImport, runImport } from '../../src/store/import-run.ts';
import { stageImport } from '../../src/store/import-stage.ts';
import type { Database } from '../../src/store/schema.ts';
import { noon } from './builders.ts';
import { info, joined } from './exporting.ts';

export const never = new AbortController().signal;

/** @param ids of the annotations that are to be in it, when not all are */
export async function fileOf(db: Database, { write = exportJson, ids }: { write?: typeof exportJson; ids?: readonly string[] } = {}): Promise<string> {
  return joined(write(await exportSource(db, ids), info));
}

export async function* inPieces(text: string, size = 65_536): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Takes a file in and plans it. */
export async function dryRun(db: Database, text: string, ownership: ImportChoices['ownership'] = 'mine') {
  const staged = await stageImport(db, 'notes.json', readExport(inPieces(text), noon), { signal: never, onEntries: () => undefined });
  return { ...staged, plan: await planImport(db, staged.progress, staged.head, ownership, never) };
}

/** The whole way, as the library goes it. @param indexing what becomes of the work on the index */
export async function importText(db: Database, text: string, choices: Partial<ImportChoices> = {}, indexing?: RunOptions['indexing']) {
  const decided: ImportChoices = { ownership: 'mine', resolution: 'both', byId: {}, ...choices };
  const { rejections, plan } = await dryRun(db, text, decided.ownership);
  await acceptImport(db, decided);
  const progress = await runImport(db, { signal: never, onProgress: () => undefined, now: () => noon, ...(indexing && { indexing }) });
  return { rejections, plan, tally: progress?.tally, phase: progress?.phase };
}

/** All that reading a file gives. */
export async function allOf(pieces: AsyncGenerator<ImportPiece, ImportHead>): Promise<{ entries: ImportEntry[]; rejections: Rejection[]; head: ImportHead }> {
  const entries: ImportEntry[] = [];
  const rejections: Rejection[] = [];
  let next = await pieces.next();
  for (; !next.done; next = await pieces.next()) {
    if ('entry' in next.value) entries.push(next.value.entry);
    else rejections.push(next.value.rejection);
  }
  return { entries, rejections, head: next.value };
}
