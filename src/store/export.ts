/** Everything that is to leave in an export, a batch at a time so that memory stays bounded. */
import { type Channel, currentHandle } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import type { AnnotationView, ExportSource } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import { namesNow } from './names.ts';
import type { Database } from './schema.ts';
import { viewsOf } from './views.ts';

const batchSize = 500;

/** Authors, living tags and annotations, channels; each in an order that the content gives, so that equal content is an equal file. */
export async function exportSource(db: Database): Promise<ExportSource> {
  const [owner, authors, tags, channels] = await Promise.all([
    ownAuthorId(db), db.authors.toArray(), db.tags.orderBy('key').toArray(), db.channels.toArray(),
  ]);
  return {
    ...(owner !== undefined && { owner }),
    authors,
    tags: tags.map(({ key: _, ...tag }) => tag),
    channels: channels.map(({ handleKeys: _, ...channel }) => channel).sort(byHandle),
    annotations: livingAnnotations(db),
  };
}

function byHandle(a: Channel, b: Channel): number {
  const [one, other] = [handleKey(currentHandle(a)), handleKey(currentHandle(b))];
  return one < other ? -1 : one > other ? 1 : (a.telegramId ?? 0) - (b.telegramId ?? 0);
}

async function* livingAnnotations(db: Database): AsyncGenerator<AnnotationView> {
  for (let last = ''; ;) {
    const rows = await db.annotations.where('id').above(last).limit(batchSize).toArray();
    const end = rows.at(-1);
    if (!end) return;
    // The names are read after what names them, so that none is missing.
    yield* await viewsOf(db, rows.filter((row) => row.deletedAt === undefined), await namesNow(db));
    last = end.id;
  }
}
