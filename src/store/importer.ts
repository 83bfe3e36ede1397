/** Importing, as the library does it. */
import type { ImportChoices, ImportHead, ImportPiece, Ownership } from '../model/import.ts';
import { ownAuthorId } from './authors.ts';
import { planImport } from './import-plan.ts';
import { type RunOptions, acceptImport, runImport, undoImport } from './import-run.ts';
import { stageImport } from './import-stage.ts';
import { type ImportProgress, forgetImport, readProgress } from './imports.ts';
import type { Database } from './schema.ts';

export function createImporter(db: Database) {
  return {
    /** The import that is under way or can be taken back. */
    progress: () => readProgress(db),
    ownAuthorId: () => ownAuthorId(db),
    stage: (
      file: string, parts: AsyncGenerator<ImportPiece, ImportHead>,
      options: { signal: AbortSignal; onEntries: (count: number) => void },
    ) => stageImport(db, file, parts, options),
    plan: (progress: ImportProgress, head: ImportHead, ownership: Ownership, signal: AbortSignal) => (
      planImport(db, progress, head, ownership, signal)
    ),
    accept: (choices: ImportChoices) => acceptImport(db, choices),
    run: (options: RunOptions) => runImport(db, options),
    undo: (options: Omit<RunOptions, 'signal'>) => undoImport(db, options),
    forget: () => forgetImport(db),
  };
}

export type Importer = ReturnType<typeof createImporter>;
