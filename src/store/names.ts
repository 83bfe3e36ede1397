/** What ids of tags, channels and authors stand for. All of them at once: they are few beside the annotations. */
import type { Channel } from '../model/channel.ts';
import type { Tag } from '../model/tag.ts';
import type { Author } from '../model/view.ts';
import { ownAuthorId } from './authors.ts';
import type { Database } from './schema.ts';

export interface Names {
  tags: ReadonlyMap<string, Tag>;
  channels: ReadonlyMap<string, Channel>;
  authors: ReadonlyMap<string, Author>;
  /** Id of the author who writes here. */
  own: string | undefined;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readNames(db: Database): Promise<Names> {
  const [tags, channels, authors, own] = await Promise.all([
    db.tags.toArray(), db.channels.toArray(), db.authors.toArray(), ownAuthorId(db),
  ]);
  return { tags: byId(tags), channels: byId(channels), authors: byId(authors), own };
}
