/** What was deleted and can be taken back. */
import type { AnnotationView } from '../model/view.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

export interface Deleted {
  /** What was deleted last comes first. */
  views: AnnotationView[];
  /** Whether there are more than were asked for. */
  more: boolean;
}

export async function deleted(db: Database, limit: number): Promise<Deleted> {
  const rows = await db.annotations.orderBy('deletedAt').reverse().limit(limit + 1).toArray();
  return { views: await viewsOf(db, rows.slice(0, limit)), more: rows.length > limit };
}

/** How many annotations there are that were not deleted. */
export async function countLiving(db: Database): Promise<number> {
  const [all, gone] = await Promise.all([db.annotations.count(), db.annotations.orderBy('deletedAt').count()]);
  return all - gone;
}
