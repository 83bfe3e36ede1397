/** Whether the index has each living annotation once, and no other. Words are not compared: that would be to index anew. */
import type { Problem } from '../check-rows.ts';
import type { Database } from '../schema.ts';
import { readCatalogue } from './catalogue.ts';
import { readDocuments } from './documents.ts';
import { DamagedIndexError } from './rows.ts';

/** So often is looked again: what is written, or indexed, between two reads of one look only seems to be wrong. */
const maxLooks = 5;

/** @returns nothing as long as the index is being built */
export async function checkIndex(db: Database): Promise<Problem[]> {
  let problems = await look(db);
  for (let looks = 1; problems.length > 0 && looks < maxLooks; looks++) {
    const again = new Set((await look(db)).map(keyOf));
    problems = problems.filter((problem) => again.has(keyOf(problem)));
  }
  return problems;
}

function keyOf({ kind, id }: Problem): string {
  return `${kind} ${id}`;
}

async function look(db: Database): Promise<Problem[]> {
  try {
    const indexed = await indexedIds(db);
    if (!indexed) return [];
    const [all, deleted] = await Promise.all([
      db.annotations.toCollection().primaryKeys(), db.annotations.orderBy('deletedAt').primaryKeys(),
    ]);
    const gone = new Set(deleted);
    const living = new Set(all.filter((id) => !gone.has(id)));
    const missing = await readDocuments(db, [...living].filter((id) => !indexed.has(id)));
    const wrong = [...indexed].filter(([id, times]) => times > 1 || !living.has(id));
    return [
      ...missing.map(({ id }): Problem => ({ kind: 'not-indexed', table: 'annotations', id })),
      ...wrong.map(([id]): Problem => ({ kind: 'wrongly-indexed', table: 'annotations', id })),
    ];
  } catch (error) {
    if (!(error instanceof DamagedIndexError)) throw error;
    return [{ kind: 'wrongly-indexed', table: 'annotations', id: error.message }];
  }
}

/** How often the index has each. */
async function indexedIds(db: Database): Promise<Map<string, number> | undefined> {
  const catalogue = await readCatalogue(db);
  if (!catalogue) return undefined;
  const times = new Map<string, number>();
  for (const { segment, base } of catalogue.parts) {
    const numbers = Array.from({ length: segment.size }, (_, number) => number).filter((number) => catalogue.alive.has(base + number));
    for (const id of await segment.ids(numbers)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}
