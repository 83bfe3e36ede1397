/** The dry run: what an import would do. Writes nothing. */
import type { ImportConflict, ImportHead, ImportPlan, Ownership } from '../model/import.ts';
import { ownAuthorId } from './authors.ts';
import { HeadIndex, type NamedPlace, namedPlacesOf, placesWithin, saysTheSame } from './import-places.ts';
import { type ImportProgress, headKey } from './imports.ts';
import { type AnnotationRow, type Database, tagIdsOf } from './schema.ts';
import { tagNames } from './tags.ts';

export async function planImport(
  db: Database, { rows, excluded }: ImportProgress, head: ImportHead, ownership: Ownership, signal: AbortSignal,
): Promise<ImportPlan> {
  const index = new HeadIndex(head);
  const own = await ownAuthorId(db);
  const left = new Set(excluded);
  const plan: ImportPlan = { added: 0, identical: 0, conflicts: [], authors: [] };
  const counts = new Map<string | undefined, number>();
  for (let key = headKey + 1; key <= rows; key++) {
    signal.throwIfAborted();
    const row = await db.imports.get(key);
    if (!row || !('entries' in row)) continue;
    const entries = row.entries.filter(({ annotation }) => !left.has(annotation.id));
    for (const place of await placesWithin(db, await namedPlacesOf(db, index, ownership, entries))) {
      counts.set(place.author, (counts.get(place.author) ?? 0) + 1);
      if (!place.resident) plan.added++;
      else if (saysTheSame(place, place.resident)) plan.identical++;
      else plan.conflicts.push(await conflict(db, place, place.resident, index));
    }
  }
  const known = new Map(head.authors.map((author) => [author.id, author]));
  plan.authors = [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => ({
    author: known.get(id ?? '') ?? { id: id ?? '' },
    mine: id === own || (id === head.owner && ownership === 'mine'),
    count,
  }));
  return plan;
}

async function conflict(
  db: Database, { entry, tags }: NamedPlace, resident: AnnotationRow, head: HeadIndex,
): Promise<ImportConflict> {
  const { channel, annotation, position, capture } = entry;
  const title = capture.content.channelTitle ?? head.channel(channel)?.title;
  return {
    id: annotation.id, position, postId: annotation.postId, channel: { ...channel, ...(title !== undefined && { title }) },
    mine: { tags: await tagNames(db, tagIdsOf(resident)), note: resident.note },
    theirs: { tags: tags.map(({ name }) => name), note: annotation.note },
  };
}
