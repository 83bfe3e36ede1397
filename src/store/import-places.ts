/** The annotations of a file, each with its place here and what stands in it. Reads only. */
import * as v from 'valibot';
import { Target, targetKey } from '../model/annotation.ts';
import { handleKey } from '../model/identity.ts';
import {
  type ChannelName, type ImportEntry, type ImportHead, type ImportedChannel, type ImportedTag, type Ownership, channelIndex,
} from '../model/import.ts';
import { tagKey, tagsMeant } from '../model/tag.ts';
import { ownAuthorId } from './authors.ts';
import { channelsHere, tagsHere } from './import-names.ts';
import { rowsWith } from './rows-with.ts';
import { type AnnotationRow, type Database, type PostRef, tagIdsOf } from './schema.ts';
import { meaningsOf } from './tag-meanings.ts';

/** What the names of an entry mean here. */
export interface NamedPlace {
  entry: ImportEntry;
  /** Undefined as long as nothing of the author, or of the channel, is here. */
  author: string | undefined;
  channelRef: string | undefined;
  /** The entry's tags; those not here yet have no id. */
  tags: { id?: string; name: string }[];
}

export interface Place extends NamedPlace {
  /** The living annotation in its place. */
  resident: AnnotationRow | undefined;
  /** Deleted ones that were in its place. */
  former: AnnotationRow[];
}

/** The head of a file, to look things up in. */
export class HeadIndex {
  readonly #head: ImportHead;
  readonly #tags: Map<string, ImportedTag>;
  readonly #channels = new Map<string, ImportedChannel | undefined>();

  constructor(head: ImportHead) {
    this.#head = head;
    this.#tags = new Map(head.tags.map((tag) => [tagKey(tag.name), tag]));
  }

  get owner(): string | undefined {
    return this.#head.owner;
  }

  tag(name: string): ImportedTag {
    return this.#tags.get(tagKey(name)) ?? { name };
  }

  channel(name: ChannelName): ImportedChannel | undefined {
    const key = `${name.telegramId ?? ''} ${handleKey(name.handle)}`;
    if (!this.#channels.has(key)) this.#channels.set(key, this.#head.channels[channelIndex(name, this.#head.channels)]);
    return this.#channels.get(key);
  }
}

/**
 * The place of each entry, in their order. In a transaction with what is done about them: a channel or a tag may become
 * another one at any time.
 */
export async function namedPlacesOf(
  db: Database, head: HeadIndex, ownership: Ownership, entries: readonly ImportEntry[],
): Promise<NamedPlace[]> {
  const channels = unique(entries.map(({ channel }) => head.channel(channel)));
  const tags = unique(entries.flatMap((entry) => entry.tags.map((name) => head.tag(name))));
  const own = await ownAuthorId(db);
  const ofChannels = await channelsHere(db, channels);
  const ofTags = await tagsHere(db, tags);
  const channelRefs = new Map(channels.map((channel, i) => [channel, ofChannels[i]?.id]));
  const tagOf = new Map(tags.map((tag, i) => [tag, ofTags[i]]));

  return entries.map((entry) => {
    const here = entry.tags.map((name) => tagOf.get(head.tag(name)) ?? { name });
    const channel = head.channel(entry.channel);
    return {
      entry,
      author: authorHere(entry.author, head.owner, ownership, own),
      channelRef: channel && channelRefs.get(channel),
      // Two names of the file can be one tag here.
      tags: [...new Map(here.map((tag) => [tagKey(tag.name), tag])).values()],
    };
  });
}

/** The places with what stands, and stood, in them. */
export async function placesWithin(db: Database, places: readonly NamedPlace[]): Promise<Place[]> {
  const known = places.flatMap(({ channelRef, entry }): PostRef[] => (channelRef === undefined ? [] : [[channelRef, entry.annotation.postId]]));
  const rows = await rowsWith(db.annotations, '[channelRef+postId]', known);
  const meanings = await meaningsOf(db, unique(rows.flatMap(tagIdsOf)));
  const byPost = new Map<string, AnnotationRow[]>();
  for (const stored of rows) {
    const row = { ...stored, tagIds: tagsMeant(tagIdsOf(stored), meanings).map(({ id }) => id) };
    const post = String([row.channelRef, row.postId]);
    byPost.set(post, [...byPost.get(post) ?? [], row]);
  }
  return places.map((place) => {
    const { postId, target } = place.entry.annotation;
    const inPlace = (byPost.get(String([place.channelRef, postId])) ?? []).filter((row) => (
      row.authorId === place.author && v.is(Target, row.target) && targetKey(row.target) === targetKey(target)
    ));
    return {
      ...place,
      resident: inPlace.find((row) => row.deletedAt === undefined),
      former: inPlace.filter((row) => row.deletedAt !== undefined),
    };
  });
}

function unique<T>(items: readonly (T | undefined)[]): T[] {
  return [...new Set(items)].filter((item) => item !== undefined);
}

/** @returns undefined for whoever imports, as long as that is nobody yet */
function authorHere(author: string | undefined, owner: string | undefined, ownership: Ownership, own: string | undefined): string | undefined {
  if (author === undefined) return own;
  return author === owner && ownership === 'mine' ? own ?? author : author;
}

/** Whether what stands in the entry's place says the same: there is nothing to do. */
export function saysTheSame({ entry, tags }: NamedPlace, resident: AnnotationRow): boolean {
  const ids = tagIdsOf(resident);
  return resident.note === entry.annotation.note && ids.length === tags.length && tags.every(({ id }, i) => id === ids[i]);
}

/** Ids of the tags of both, each once. */
export function joinedTagIds({ tags }: NamedPlace, resident: AnnotationRow): string[] {
  return [...new Set([...tagIdsOf(resident), ...tags.flatMap(({ id }) => id ?? [])])];
}
