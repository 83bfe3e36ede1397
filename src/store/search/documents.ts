/** Documents as they are stored, and those of a segment that count no more: what is needed to keep the index, not to search in it. */
import type { AnnotationRow, Database } from '../schema.ts';
import { viewsOf } from '../views.ts';
import { type Document, documentOf } from './document.ts';
import { tieOf } from '../../model/tie.ts';
import { DamagedIndexError, type SegmentRow } from './rows.ts';
import type { Segment } from './segment.ts';

/** Those of the annotations that live and can be read, from what is stored. */
export async function readDocuments(db: Database, ids: readonly string[]): Promise<Document[]> {
  return documentsOf(db, (await db.annotations.bulkGet([...ids])).filter((row) => row !== undefined));
}

/** The same, of rows that are at hand. */
export async function documentsOf(db: Database, rows: readonly AnnotationRow[]): Promise<Document[]> {
  const views = await viewsOf(db, rows.filter(({ deletedAt }) => deletedAt === undefined));
  return views.map(({ annotation, capture }) => documentOf(annotation, capture));
}

/** Numbers of those that do not count any more. */
export async function deadDocuments(db: Database, { id, dead }: Pick<SegmentRow, 'id' | 'dead'>): Promise<Iterable<number>> {
  if (dead === 0) return [];
  const values = (await db.columns.get([id, 'dead', 0]))?.values;
  if (!(values instanceof Uint32Array) || values.length !== dead) throw new DamagedIndexError(`segment ${id}, dead`);
  return values;
}

/** The documents of these annotations, whether they count or not. */
export async function documentsWith(segment: Segment, ids: ReadonlySet<string>): Promise<number[]> {
  if (ids.size === 0) return [];
  const ties = new Set([...ids].map(tieOf));
  const candidates: number[] = [];
  await segment.load(['tie']);
  segment.list('tie').forEach((tie, number) => {
    if (ties.has(tie)) candidates.push(number);
  });
  const found = await segment.ids(candidates);
  return candidates.filter((_, i) => ids.has(found[i] ?? ''));
}
