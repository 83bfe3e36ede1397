/** Files, and what comes of importing them. */
import { exportJson } from '../../src/formats/json.ts';
import { readJson } from '../../src/formats/json-read.ts';
import type { ImportChoices } from '../../src/model/import.ts';
import { exportSource } from '../../src/store/export.ts';
import { planImport } from '../../src/store/import-plan.ts';
import { type RunOptions, acceptImport, runImport } from '../../src/store/import-run.ts';
import { stageImport } from '../../src/store/import-stage.ts';
import type { Database } from '../../src/store/schema.ts';
import { noon } from './builders.ts';

export const never = new AbortController().signal;

export async function fileOf(db: Database): Promise<string> {
  let text = '';
  for await (const piece of exportJson(await exportSource(db), { now: noon, generator: 'Postil 0.1.0' })) text += piece;
  return text;
}

export async function* inPieces(text: string, size = 65_536): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Takes a file in and plans it. */
export async function dryRun(db: Database, text: string, ownership: ImportChoices['ownership'] = 'mine') {
  const staged = await stageImport(db, 'notes.json', readJson(inPieces(text), noon), { signal: never, onEntries: () => undefined });
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
