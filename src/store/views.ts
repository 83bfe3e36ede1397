/** Stored rows with everything that they point to. Rows are parsed here: disks and older versions are not trusted. */
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import type { Capture } from '../model/capture.ts';
import type { AnnotationView } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import { type AnnotationRow, type Database, captureRef } from './schema.ts';

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

async function byId<Row extends { id: string }>(
  table: { bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]> }, ids: readonly string[],
): Promise<Map<string, Row>> {
  const rows = await table.bulkGet(unique(ids));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

function unreadable(id: string, reason: string): [] {
  console.error('Postil: unreadable annotation', id, reason);
  return [];
}

/** Enough to be searched and shown; to parse each whole would take longer than to read it. */
function isReadable({ content }: Capture): boolean {
  return typeof content === 'object' && content !== null && Array.isArray(content.kinds);
}

/**
 * A row that cannot be read is reported on the console and left out: it must not take the others with it, which it
 * would if what it lacks were looked up.
 */
export async function viewsOf(db: Database, rows: readonly AnnotationRow[]): Promise<AnnotationView[]> {
  const annotations = rows.flatMap((row) => {
    const { success, output, issues } = v.safeParse(Annotation, row);
    return success ? output : unreadable(row.id, issues[0].message);
  });
  const [own, captures, channels, authors, tags] = await Promise.all([
    ownAuthorId(db),
    db.captures.bulkGet(annotations.map(captureRef)),
    byId(db.channels, annotations.map((row) => row.channelRef)),
    byId(db.authors, annotations.map((row) => row.authorId)),
    byId(db.tags, annotations.flatMap((row) => row.tagIds)),
  ]);
  return annotations.flatMap((annotation, i) => {
    const capture = captures[i];
    const channel = channels.get(annotation.channelRef);
    const author = authors.get(annotation.authorId);
    if (!capture || !isReadable(capture) || !channel || !author) return unreadable(annotation.id, 'what it points to is not there, or not readable');
    return { annotation, author, mine: author.id === own, channel, capture, tags: annotation.tagIds.flatMap((id) => tags.get(id) ?? []) };
  });
}
