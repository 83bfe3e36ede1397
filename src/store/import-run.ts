/** Carries out what was planned, row by row, from wherever it stands; and takes it back. */
import type { ImportChoices, ImportTally } from '../model/import.ts';
import { HeadIndex } from './import-places.ts';
import { undoChunk, undoHead } from './import-undo.ts';
import { writeChunk, writeHead } from './import-write.ts';
import { type ImportJournal, type ImportProgress, type ImportRow, headKey, readProgress } from './imports.ts';
import type { Database } from './schema.ts';
import { ImportIndexing } from './search/import-indexing.ts';

export interface RunOptions {
  signal: AbortSignal;
  /** Told after each row, which is there to stay then. */
  onProgress: (progress: ImportProgress) => void;
  now: () => number;
  /** Does work on the index when nobody else does. */
  indexing?: (work: () => Promise<void>) => Promise<void>;
}

function tables(db: Database) {
  return [
    db.imports, db.annotations, db.captures, db.originals, db.sightings, db.channels, db.tags, db.authors, db.drafts, db.options, db.changed,
  ];
}

/** Goes on with what row 0 says is under way. */
async function change(db: Database, progress: ImportProgress, changes: Partial<ImportProgress>): Promise<ImportProgress> {
  const changed = { ...progress, ...changes };
  await db.imports.put(changed);
  return changed;
}

/** The decisions are made: from here on the import goes on after a crash. */
export async function acceptImport(db: Database, choices: ImportChoices): Promise<void> {
  const progress = await readProgress(db);
  if (progress?.phase === 'ready') await change(db, progress, { phase: 'running', choices: { ...choices, byId: { ...choices.byId } } });
}

/**
 * Writes what is still to be written. A row is one transaction, in which it becomes the journal of what it did.
 * @returns the progress when it is done, or when `signal` has stopped it between two rows
 */
export async function runImport(
  db: Database, { signal, onProgress, now, indexing = (work) => work() }: RunOptions,
): Promise<ImportProgress | undefined> {
  let progress = await readProgress(db);
  const head = await headOf(db);
  const index = new ImportIndexing(db, now, indexing);
  while (progress?.phase === 'running' && !signal.aborted) {
    const before: ImportProgress = progress;
    const key = before.written + headKey;
    progress = await db.transaction('rw', tables(db), async () => {
      // Everything may have been deleted meanwhile, this import included.
      if ((await readProgress(db))?.phase !== 'running') return undefined;
      const row = await db.imports.get(key);
      if (row && 'head' in row) {
        const journal = await writeHead(db, row.head, before.choices, before.anonymous, now());
        // The head stays beside its journal: the chunks name what it lists.
        await db.imports.put({ key, head: row.head, journal });
      } else if (row && 'entries' in row && head) {
        const excluded = new Set(before.excluded);
        const entries = row.entries.filter(({ annotation }) => !excluded.has(annotation.id));
        const { journal, tally, note, documents } = await writeChunk(db, head, entries, before.choices, now());
        index.add(note, documents);
        await db.imports.put({ key, journal });
        return change(db, before, after(before, sum(before.tally, tally)));
      }
      return change(db, before, after(before, before.tally));
    });
    if (progress) onProgress(progress);
    await index.whenMany();
  }
  if (!signal.aborted) await index.finish();
  return progress;
}

function after({ written, rows }: ImportProgress, tally: ImportTally): Partial<ImportProgress> {
  return { written: written + 1, tally, ...(written + 1 === rows && { phase: 'done' }) };
}

function sum(a: ImportTally, b: ImportTally): ImportTally {
  return {
    added: a.added + b.added, identical: a.identical + b.identical, kept: a.kept + b.kept, replaced: a.replaced + b.replaced,
    joined: a.joined + b.joined,
  };
}

async function headOf(db: Database): Promise<HeadIndex | undefined> {
  const row: ImportRow | undefined = await db.imports.get(headKey);
  return row && 'head' in row ? new HeadIndex(row.head) : undefined;
}

/**
 * Takes back what was written, the last row first, and forgets the import. What was changed since stays.
 * @returns how many annotations stay for that reason
 */
export async function undoImport(
  db: Database, { onProgress, now, indexing = (work) => work() }: Omit<RunOptions, 'signal'>,
): Promise<number> {
  let stay = 0;
  let progress = await readProgress(db);
  if (progress) progress = await change(db, progress, { phase: 'undoing' });
  while (progress && progress.written > 0) {
    const before: ImportProgress = progress;
    const key = before.written - 1 + headKey;
    progress = await db.transaction('rw', tables(db), async () => {
      const row = await db.imports.get(key);
      const journal: ImportJournal | undefined = row && 'journal' in row ? row.journal : undefined;
      if (journal && key === headKey) await undoHead(db, journal);
      else if (journal) stay += await undoChunk(db, journal);
      return change(db, before, { written: before.written - 1 });
    });
    onProgress(progress);
  }
  await db.imports.clear();
  await new ImportIndexing(db, now, indexing).finish();
  return stay;
}
