/** What ids of tags, channels and authors stand for. All of them at once: they are few beside the annotations. */
import { Dexie } from 'dexie';
import type { Annotation } from '../model/annotation.ts';
import type { Channel } from '../model/channel.ts';
import { type TagMeanings, tagMeanings } from '../model/tag.ts';
import type { Author } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import type { Database } from './schema.ts';
import { meaningsOf } from './tag-meanings.ts';

export interface Names {
  tags: TagMeanings;
  channels: ReadonlyMap<string, Channel>;
  authors: ReadonlyMap<string, Author>;
  /** Id of the author who writes here. */
  own: string | undefined;
}

type Naming = Pick<Annotation, 'channelRef' | 'authorId' | 'tagIds'>;

/** How often any of them changed, in this context or another. */
let changes = 0;
Dexie.on('storagemutated', (parts) => {
  if (Object.keys(parts).some((part) => /\/(tags|channels|authors|options)\//.test(part))) changes++;
});

const known = new WeakMap<Database, { at: number; names: Names }>();

/** What was read last, as long as it is so. A live query that asks for it runs again when it is not. */
export async function namesNow(db: Database): Promise<Names> {
  const kept = known.get(db);
  // To read nothing costs next to nothing, and is told of all the same.
  const tables = [db.tags, db.channels, db.authors, db.options];
  if (kept?.at === changes) await Promise.all(tables.map((table) => table.limit(0).toArray()));
  if (kept?.at === changes) return kept.names;
  const at = changes;
  const names = await readNames(db);
  if (!kept) db.onLost(() => known.delete(db));
  known.set(db, { at, names });
  return names;
}

async function readNames(db: Database): Promise<Names> {
  const [tags, channels, authors, own] = await Promise.all([
    db.tags.toArray(), db.channels.toArray(), db.authors.toArray(), ownAuthorId(db),
  ]);
  return { tags: tagMeanings(tags), channels: byId(channels), authors: byId(authors), own };
}

export function hasAll({ tags, channels, authors }: Names, annotations: readonly Naming[]): boolean {
  return annotations.every(({ channelRef, authorId, tagIds }) => (
    channels.has(channelRef) && authors.has(authorId) && tagIds.every((id) => tags.has(id))
  ));
}

/** Only those that these annotations name. */
export async function namesIn(db: Database, annotations: readonly Naming[]): Promise<Names> {
  const [tags, channels, authors, own] = await Promise.all([
    meaningsOf(db, unique(annotations.flatMap((each) => each.tagIds))), db.channels.bulkGet(unique(annotations.map((each) => each.channelRef))),
    db.authors.bulkGet(unique(annotations.map((each) => each.authorId))), ownAuthorId(db),
  ]);
  return { tags, channels: byId(present(channels)), authors: byId(present(authors)), own };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
