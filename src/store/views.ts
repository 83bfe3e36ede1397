/** Stored rows with everything that they point to. Rows are parsed here: disks and older versions are not trusted. */
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import type { AnnotationView } from '../model/view.ts';
import type { AnnotationRow, CaptureRef, Database } from './schema.ts';

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

async function byId<Row extends { id: string }>(
  table: { bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]> }, ids: readonly string[],
): Promise<Map<string, Row>> {
  const rows = await table.bulkGet(unique(ids));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/** A row that cannot be read is reported on the console and left out: it must not take the others with it. */
export async function viewsOf(db: Database, rows: readonly AnnotationRow[]): Promise<AnnotationView[]> {
  const captureRefs = rows.map((row): CaptureRef => [row.channelRef, row.postId, row.captureId]);
  const [captures, channels, authors, tags] = await Promise.all([
    db.captures.bulkGet(captureRefs),
    byId(db.channels, rows.map((row) => row.channelRef)),
    byId(db.authors, rows.map((row) => row.authorId)),
    byId(db.tags, rows.flatMap((row) => row.tagIds)),
  ]);
  return rows.flatMap((row, i) => {
    const parsed = v.safeParse(Annotation, row);
    const capture = captures[i];
    const channel = channels.get(row.channelRef);
    const author = authors.get(row.authorId);
    if (!parsed.success || !capture || !channel || !author) {
      console.error('Postil: unreadable annotation', row.id, parsed.issues?.[0]?.message);
      return [];
    }
    const annotation = parsed.output;
    return { annotation, author, channel, capture, tags: annotation.tagIds.flatMap((id) => tags.get(id) ?? []) };
  });
}
