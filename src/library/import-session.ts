/** One import from the file to "Done", or back: what the page shows, and what may be done at each point. */
import { readExport } from '../formats/read-export.ts';
import type { ImportChoices, ImportPlan, Ownership } from '../model/import.ts';
import type { Staged } from '../store/import-stage.ts';
import type { Importer } from '../store/importer.ts';
import type { ImportProgress } from '../store/imports.ts';
import { indexLock } from '../store/search/maintain.ts';
import { acquireLock } from '../ui/lock.ts';
import { textOf } from '../ui/read-file.ts';
import { bumpRev } from '../webext/rev.ts';

export type ImportState =
  | { name: 'idle' }
  /** Another page of ours is importing. */
  | { name: 'elsewhere' }
  | { name: 'reading'; file: string; part: number; annotations: number }
  /** Nothing of the file can be taken, or reading it failed. */
  | { name: 'refused'; file: string; error: unknown }
  /** `own` is the author who imports, once there is one. Without a plan it is being made. */
  | { name: 'planned'; staged: Staged; own: string | undefined; ownership: Ownership; plan: ImportPlan | undefined }
  | { name: 'running' | 'undoing' | 'done'; progress: ImportProgress }
  /** It failed on the way, between two steps of it. */
  | { name: 'stopped'; progress: ImportProgress; error: unknown }
  /** `stay`: so many annotations were changed since, and are left. */
  | { name: 'undone'; stay: number };

const indexing = async (work: () => Promise<void>) => navigator.locks.request(indexLock, work);

export class ImportSession {
  readonly #importer: Importer;
  readonly #show: (state: ImportState) => void;
  #release: (() => void) | undefined;
  #stop = new AbortController();
  /** Until it is known whether there is an import to go on with. */
  #resuming: Promise<void> = Promise.resolve();

  constructor(importer: Importer, show: (state: ImportState) => void) {
    this.#importer = importer;
    this.#show = show;
  }

  /** Goes on with an import that broke off, or offers to take back the last one. */
  async resume(): Promise<void> {
    this.#resuming = this.#resume();
    await this.#resuming;
  }

  async #resume(): Promise<void> {
    if (!(await this.#importer.progress()) || !(await this.#lock())) return;
    // Asked again: whoever held the lock may have just finished.
    const progress = await this.#importer.progress();
    switch (progress?.phase) {
      case 'running': return void this.#run(progress);
      case 'undoing': return void this.undo();
      case 'done':
        this.#show({ name: 'done', progress });
        break;
      // Nothing was decided yet, and whoever might is gone.
      case 'reading':
      case 'ready':
        await this.#importer.forget();
        break;
      case undefined:
    }
    this.#unlock();
  }

  async start(file: File): Promise<void> {
    // What is staged meanwhile would be taken for an import that broke off.
    await this.#resuming.catch(() => undefined);
    if (!(await this.#lock())) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    let reading = { name: 'reading' as const, file: file.name, part: 0, annotations: 0 };
    const tell = (changes: { part?: number; annotations?: number }) => {
      reading = { ...reading, ...changes };
      this.#show(reading);
    };
    tell({});
    try {
      const parts = readExport(textOf(file, (part) => tell({ part })), Date.now());
      const staged = await this.#importer.stage(file.name, parts, { signal, onEntries: (annotations) => tell({ annotations }) });
      const own = await this.#importer.ownAuthorId();
      // Into an empty Postil one brings one's own.
      await this.#plan({ staged, own, ownership: own === undefined || own === staged.head.owner ? 'mine' : 'theirs' });
    } catch (error) {
      this.#unlock();
      this.#show(signal.aborted ? { name: 'idle' } : { name: 'refused', file: file.name, error });
    }
  }

  async setOwnership({ staged, own }: Extract<ImportState, { name: 'planned' }>, ownership: Ownership): Promise<void> {
    try {
      await this.#plan({ staged, own, ownership });
    } catch (error) {
      this.#show({ name: 'refused', file: staged.progress.file, error });
    }
  }

  async #plan(decided: { staged: Staged; own: string | undefined; ownership: Ownership }): Promise<void> {
    this.#show({ name: 'planned', ...decided, plan: undefined });
    const { staged: { progress, head }, ownership } = decided;
    const plan = await this.#importer.plan(progress, head, ownership, this.#stop.signal);
    this.#show({ name: 'planned', ...decided, plan });
  }

  async accept({ staged: { progress } }: Extract<ImportState, { name: 'planned' }>, choices: ImportChoices): Promise<void> {
    try {
      await this.#importer.accept(choices);
    } catch (error) {
      this.#show({ name: 'refused', file: progress.file, error });
      return;
    }
    await this.#run({ ...progress, choices });
  }

  /** Goes on after a failure. */
  async goOn(progress: ImportProgress): Promise<void> {
    await (progress.phase === 'undoing' ? this.undo() : this.#run(progress));
  }

  async #run(progress: ImportProgress): Promise<void> {
    if (!(await this.#lock())) return;
    this.#stop = new AbortController();
    let last = progress;
    const onProgress = (now: ImportProgress) => {
      last = now;
      this.#show({ name: 'running', progress: now });
    };
    onProgress(progress);
    try {
      const ended = await this.#importer.run({ signal: this.#stop.signal, onProgress, now: Date.now, indexing });
      await bumpRev();
      if (ended?.phase === 'running') return await this.undo();
      this.#unlock();
      this.#show(ended ? { name: 'done', progress: ended } : { name: 'idle' });
    } catch (error) {
      this.#unlock();
      this.#show({ name: 'stopped', progress: last, error });
    }
  }

  /** Nothing of the file is to stay: before it is written, or while it is. */
  async cancel(state: ImportState): Promise<void> {
    this.#stop.abort();
    if (state.name === 'planned') await this.close();
  }

  async undo(): Promise<void> {
    if (!(await this.#lock())) return;
    let last = await this.#importer.progress();
    try {
      const onProgress = (progress: ImportProgress) => {
        last = progress;
        this.#show({ name: 'undoing', progress });
      };
      const stay = await this.#importer.undo({ onProgress, now: Date.now, indexing });
      await bumpRev();
      this.#show({ name: 'undone', stay });
    } catch (error) {
      this.#show(last ? { name: 'stopped', progress: last, error } : { name: 'idle' });
    }
    this.#unlock();
  }

  /** Done with it: what is there stays. */
  async close(): Promise<void> {
    if (await this.#lock()) await this.#importer.forget().catch(() => undefined);
    this.#unlock();
    this.#show({ name: 'idle' });
  }

  async #lock(): Promise<boolean> {
    this.#release ??= await acquireLock('postil import');
    if (!this.#release) this.#show({ name: 'elsewhere' });
    return this.#release !== undefined;
  }

  #unlock(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
