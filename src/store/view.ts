import type { AnnotationView } from '../model/view.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

/** One living annotation, if there is one of this id. */
export async function readView(db: Database, id: string): Promise<AnnotationView | undefined> {
  const row = await db.annotations.get(id);
  if (!row || row.deletedAt !== undefined) return undefined;
  const [view] = await viewsOf(db, [row]);
  return view;
}
