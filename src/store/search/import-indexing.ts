/** Indexes what an import writes while that is still in memory: to read it again would take as long as to write it. */
import type { Database } from '../schema.ts';
import { batchSize } from './batch-size.ts';
import type { Document } from './document.ts';
import { indexChanges } from './index-changes.ts';
import { maintainIndex } from './maintain.ts';

export class ImportIndexing {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #alone: (work: () => Promise<void>) => Promise<void>;
  #known = new Map<number, readonly Document[]>();
  #count = 0;

  /** @param alone does work when nobody else works on the index */
  constructor(db: Database, now: () => number, alone: (work: () => Promise<void>) => Promise<void>) {
    this.#db = db;
    this.#now = now;
    this.#alone = alone;
  }

  /** In the transaction that wrote them. That it may yet fail does no harm: the note is not there then. */
  add(note: number | undefined, documents: readonly Document[]): void {
    if (note === undefined) return;
    this.#known.set(note, documents);
    this.#count += documents.length;
  }

  /** As soon as there is enough for a segment. These are merged in the end, all at once. */
  async whenMany(): Promise<void> {
    if (this.#count < batchSize) return;
    await this.#run(async (known) => void await indexChanges(this.#db, this.#now(), known));
  }

  async finish(): Promise<void> {
    await this.#run((known) => maintainIndex(this.#db, this.#now(), known));
  }

  /** What is written is written: what could not be indexed stays noted, for the worker. */
  async #run(work: (known: ReadonlyMap<number, readonly Document[]>) => Promise<void>): Promise<void> {
    const known = this.#known;
    this.#known = new Map();
    this.#count = 0;
    await this.#alone(() => work(known)).catch((error: unknown) => console.warn('Postil: not indexed yet:', error));
  }
}
