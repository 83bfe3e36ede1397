/** Everything that is to leave in an export, a batch at a time so that memory stays bounded. */
import type { AnnotationView, ExportSource } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

const batchSize = 500;

/** Living authors, tags and annotations, annotations by id so that equal content gives an equal file. */
export async function exportSource(db: Database): Promise<ExportSource> {
  const [owner, authors, tags] = await Promise.all([
    ownAuthorId(db), db.authors.toArray(), db.tags.orderBy('key').toArray(),
  ]);
  return {
    ...(owner !== undefined && { owner }), authors, tags: tags.map(({ key: _, ...tag }) => tag), annotations: livingAnnotations(db),
  };
}

async function* livingAnnotations(db: Database): AsyncGenerator<AnnotationView> {
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return;
    yield* await viewsOf(db, rows.filter((row) => row.deletedAt === undefined));
    last = end.id;
  }
}
