/** Stored rows with everything that they point to. Rows are parsed here: disks and older versions are not trusted. */
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import type { Capture } from '../model/capture.ts';
import { tagsMeant } from '../model/tag.ts';
import type { AnnotationView } from '../model/view.ts';
import { type Names, hasAll, namesIn } from './names.ts';
import { type AnnotationRow, type Database, captureRef } from './schema.ts';

function unreadable(id: string, reason: string): [] {
  console.error('Postil: unreadable annotation', id, reason);
  return [];
}

/** Enough to be searched and shown; to parse each whole would take longer than to read it. */
export function isReadable({ content }: Capture): boolean {
  return typeof content === 'object' && content !== null && Array.isArray(content.kinds);
}

/**
 * A row that cannot be read is reported on the console and left out: it must not take the others with it, which it
 * would if what it lacks were looked up.
 * @param names when they are at hand; else those that are needed are read
 */
export async function viewsOf(db: Database, rows: readonly AnnotationRow[], names?: Names): Promise<AnnotationView[]> {
  const annotations = rows.flatMap((row) => {
    const { success, output, issues } = v.safeParse(Annotation, row);
    return success ? output : unreadable(row.id, issues[0].message);
  });
  // Names that were read before may lack what was written since.
  const [captures, { own, channels, authors, tags }] = await Promise.all([
    db.captures.bulkGet(annotations.map(captureRef)), names && hasAll(names, annotations) ? names : namesIn(db, annotations),
  ]);
  const lacking: string[] = [];
  const views = annotations.flatMap((annotation, i) => {
    const capture = captures[i];
    const channel = channels.get(annotation.channelRef);
    const author = authors.get(annotation.authorId);
    if (!capture || !isReadable(capture) || !channel || !author) {
      lacking.push(annotation.id);
      return [];
    }
    return { annotation, author, mine: author.id === own, channel, capture, tags: tagsMeant(annotation.tagIds, tags) };
  });
  if (lacking.length > 0) await reportLacking(db, lacking);
  return views;
}

/** Between the reading of an annotation and of what it points to, both may have been erased: that is no fault. */
async function reportLacking(db: Database, ids: string[]): Promise<void> {
  const rows = await db.annotations.bulkGet(ids);
  for (const row of rows) {
    if (row) unreadable(row.id, 'what it points to is not there, or not readable');
  }
}
