/**
 * What is being imported, kept so that an import that breaks off can go on, or be taken back.
 *
 * Row 0 says how far it is, row 1 holds authors, tags and channels of the file, each further row a chunk of its
 * annotations. A row is written to its place in one transaction, in which it becomes the journal of what that did. So at
 * any moment, a crash included, each is wholly there or wholly to come, and row 0 says which.
 */
import * as v from 'valibot';
import type { AnnotationRow, CaptureRef, Database } from './schema.ts';
import { type ImportEntry, type ImportHead, ImportTally, Ownership, Resolution } from '../model/import.ts';

/** Of the rows of this table. Those of another version of the code are not read. */
const layout = 1;

/**
 * `reading`: the file is not read to its end. `ready`: it is, and nothing is written yet. `running`, `undoing`: in the
 * middle of it. `done`: all is there, and can still be taken back.
 */
const importPhases = ['reading', 'ready', 'running', 'undoing', 'done'] as const;

const ImportProgress = v.object({
  key: v.literal(0),
  layout: v.literal(layout),
  /** Name of the file. */
  file: v.string(),
  phase: v.picklist(importPhases),
  /** How many rows there are but this, and how many of them are in their place. */
  rows: v.number(),
  written: v.number(),
  /** How many annotations can be imported. */
  annotations: v.number(),
  /** Whether some of them name no author. */
  anonymous: v.boolean(),
  /** Ids that several annotations of the file have. */
  excluded: v.array(v.string()),
  choices: v.object({ ownership: Ownership, resolution: Resolution, byId: v.record(v.string(), Resolution) }),
  tally: ImportTally,
});
export type ImportProgress = v.InferOutput<typeof ImportProgress>;

/** What writing one chunk, or the head, did: enough to take it back. */
export interface ImportJournal {
  /** With the revision that was written: what was changed since then is not the import's any more. */
  annotations: { id: string; rev: number; before?: AnnotationRow }[];
  captures: CaptureRef[];
  authors: string[];
  tags: string[];
  channels: string[];
}

export type ImportRow =
  | ImportProgress
  | { key: number; head: ImportHead }
  | { key: number; entries: ImportEntry[] }
  | { key: number; journal: ImportJournal };

/** Where the head stands; the chunks come after it. */
export const headKey = 1;

export function emptyJournal(): ImportJournal {
  return { annotations: [], captures: [], authors: [], tags: [], channels: [] };
}

/** The import that is under way or can be taken back; undefined when there is none that this code understands. */
export async function readProgress(db: Database): Promise<ImportProgress | undefined> {
  const parsed = v.safeParse(ImportProgress, await db.imports.get(0));
  return parsed.success ? parsed.output : undefined;
}

/** Whether part of an import is there and part is not. */
export async function isImportUnfinished(db: Database): Promise<boolean> {
  const phase = (await readProgress(db))?.phase;
  return phase === 'running' || phase === 'undoing';
}

export async function startProgress(db: Database, file: string): Promise<ImportProgress> {
  const progress: ImportProgress = {
    key: 0, layout, file, phase: 'reading', rows: 0, written: 0, annotations: 0, anonymous: false, excluded: [],
    choices: { ownership: 'theirs', resolution: 'both', byId: {} },
    tally: { added: 0, identical: 0, kept: 0, replaced: 0, joined: 0 },
  };
  await db.transaction('rw', db.imports, async () => {
    await db.imports.clear();
    await db.imports.put(progress);
  });
  return progress;
}

/** Forgets the import: what it wrote stays and can no longer be taken back. */
export async function forgetImport(db: Database): Promise<void> {
  await db.imports.clear();
}
