/** Finding annotations. A scan for now; whatever comes later must find exactly what this finds. */
import { type Query, textMatcher } from '../model/query.ts';
import type { AnnotationView, Found } from '../model/view.ts';
import { type AnnotationRow, type Database, tagIdsOf } from './schema.ts';
import { viewsOf } from './views.ts';

export interface Page {
  offset: number;
  limit: number;
}

/** Enough rows at once to be quick, few enough to fit in memory with their captures. */
const batchSize = 500;

function searchable({ annotation, tags, capture, channel, author }: AnnotationView): string[] {
  const { text, forwardedFrom, signature } = capture.content;
  return [
    annotation.note, ...tags.map((tag) => tag.name), text, channel.title, ...channel.handles.map((use) => use.name),
    forwardedFrom?.name, signature, author.name,
  ].filter((field) => field !== undefined);
}

export async function find(db: Database, query: Query, { offset, limit }: Page): Promise<Found> {
  const matchesText = textMatcher(query.text);
  const rows = await db.annotations.orderBy('updatedAt').reverse().filter((row: AnnotationRow) => (
    row.deletedAt === undefined
    && (query.channelRef === undefined || row.channelRef === query.channelRef)
    && (query.tagId === undefined || tagIdsOf(row).includes(query.tagId))
  )).toArray();
  if (query.text.trim() === '') {
    return { views: await viewsOf(db, rows.slice(offset, offset + limit)), total: rows.length };
  }
  const found: AnnotationView[] = [];
  for (let at = 0; at < rows.length; at += batchSize) {
    const views = await viewsOf(db, rows.slice(at, at + batchSize));
    found.push(...views.filter((view) => matchesText(searchable(view))));
  }
  return { views: found.slice(offset, offset + limit), total: found.length };
}
