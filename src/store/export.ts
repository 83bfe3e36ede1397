/** Everything that is to leave in an export, a batch at a time so that memory stays bounded. */
import { type Channel, currentHandle } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import { tagsMeant } from '../model/tag.ts';
import type { ExportSource, ExportedView } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import { lookedAt, withHistories } from './histories.ts';
import { originalsOf } from './kept-originals.ts';
import { namesNow } from './names.ts';
import { type AnnotationRow, type Database, tagIdsOf } from './schema.ts';
import { viewsOf } from './views.ts';

const batchSize = 500;

/**
 * Authors, living tags and annotations, channels; each in an order that the content gives, so that equal content is an
 * equal file.
 * @param ids of the annotations that are to leave, and then nothing else leaves but what they name, and who exports them; else
 *   everything does
 */
export async function exportSource(db: Database, ids?: readonly string[]): Promise<ExportSource> {
  const [owner, authors, tags, channels] = await Promise.all([
    ownAuthorId(db), db.authors.toArray(), db.tags.orderBy('key').toArray(), db.channels.toArray(),
  ]);
  const named = ids && await namedBy(db, ids);
  const leaves = ({ id }: { id: string }) => !named || named.has(id) || id === owner;
  return {
    ...(owner !== undefined && { owner }),
    authors: authors.filter(leaves),
    tags: tags.filter(leaves).map(({ key: _, ...tag }) => tag),
    channels: channels.filter(leaves).map(({ handleKeys: _, ...channel }) => channel).sort(byHandle),
    annotations: livingAnnotations(db, ids ? ofIds(db, ids) : all(db)),
    originals: (posts) => originalsOf(db, posts),
  };
}

/**
 * Ids of what these annotations name. What is written between this look and their turn may name more: they tell it
 * themselves, and it is taken from there when the file comes back.
 */
async function namedBy(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for await (const rows of ofIds(db, ids)) {
    const { tags } = await namesNow(db);
    for (const row of rows) {
      if (row.deletedAt !== undefined) continue;
      for (const id of [row.authorId, row.channelRef, ...tagsMeant(tagIdsOf(row), tags).map((tag) => tag.id)]) named.add(id);
    }
  }
  return named;
}

function byHandle(a: Channel, b: Channel): number {
  const [one, other] = [handleKey(currentHandle(a)), handleKey(currentHandle(b))];
  return one < other ? -1 : one > other ? 1 : (a.telegramId ?? 0) - (b.telegramId ?? 0);
}

/** Each batch is read while the one before it is written. */
async function* livingAnnotations(db: Database, batches: AsyncIterable<AnnotationRow[]>): AsyncGenerator<ExportedView[]> {
  const looked = await lookedAt(db);
  let ahead: Promise<ExportedView[]> | undefined;
  for await (const rows of batches) {
    // The names are read after what names them, so that none is missing.
    const names = await namesNow(db);
    const views = viewsOf(db, rows.filter((row) => row.deletedAt === undefined), names).then((ofRows) => withHistories(db, ofRows, looked));
    // Who goes on no further does not hear that it failed.
    views.catch(() => undefined);
    if (ahead) yield await ahead;
    ahead = views;
  }
  if (ahead) yield await ahead;
}

async function* all(db: Database): AsyncGenerator<AnnotationRow[]> {
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}

/** Those that are there, in the same order as all of them. */
async function* ofIds(db: Database, ids: readonly string[]): AsyncGenerator<AnnotationRow[]> {
  const sorted = [...new Set(ids)].sort();
  for (let at = 0; at < sorted.length; at += batchSize) {
    const rows = await db.annotations.bulkGet(sorted.slice(at, at + batchSize));
    yield rows.filter((row) => row !== undefined);
  }
}
