/** What a segment knows of each of its documents, one list for each thing, in the order of the documents. */
import { tieOf } from '../../model/tie.ts';
import type { Document } from './document.ts';

/** Numbers in the narrowest list that holds them. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/**
 * `tie`: see `model/tie.ts`. `traits`: see `document.ts`. `channel`, `author` and `tag`: places in `channelIds`, `authorIds`,
 * `tagIds`; `tag` has those of all documents, one after the other, `tagCount` how many each has. `ids` stand in parts
 * of `idsPerPart`, since only some are ever wanted.
 */
export interface Columns {
  updatedAt: Float64Array;
  createdAt: Float64Array;
  postTime: Float64Array;
  tie: Uint32Array;
  traits: Uint32Array;
  channel: Numbers;
  author: Numbers;
  tagCount: Numbers;
  tag: Numbers;
  channelIds: string[];
  authorIds: string[];
  tagIds: string[];
  ids: string[];
}
export type ColumnName = Exclude<keyof Columns, 'ids'>;
export const columnNames: readonly ColumnName[] = [
  'updatedAt', 'createdAt', 'postTime', 'tie', 'traits', 'channel', 'author', 'tagCount', 'tag', 'channelIds', 'authorIds', 'tagIds',
];

export const idsPerPart = 64;

export function narrow(numbers: readonly number[]): Numbers {
  const most = numbers.reduce((max, each) => Math.max(max, each), 0);
  return most <= 0xFF ? Uint8Array.from(numbers) : most <= 0xFFFF ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** Gives each id a number as it comes. */
class Numbering {
  readonly ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }
}

/** What is in columns of a document. */
export type Facts = Omit<Document, 'texts'>;

export function columnsOf(documents: readonly Facts[]): Columns {
  const [channels, authors, tags] = [new Numbering(), new Numbering(), new Numbering()];
  return {
    updatedAt: Float64Array.from(documents, (each) => each.updatedAt),
    createdAt: Float64Array.from(documents, (each) => each.createdAt),
    postTime: Float64Array.from(documents, (each) => each.postTime),
    tie: Uint32Array.from(documents, ({ id }) => tieOf(id)),
    traits: Uint32Array.from(documents, (each) => each.traits),
    channel: narrow(documents.map(({ channelRef }) => channels.numberOf(channelRef))),
    author: narrow(documents.map(({ authorId }) => authors.numberOf(authorId))),
    tagCount: narrow(documents.map(({ tagIds }) => tagIds.length)),
    tag: narrow(documents.flatMap(({ tagIds }) => tagIds.map((id) => tags.numberOf(id)))),
    channelIds: channels.ids,
    authorIds: authors.ids,
    tagIds: tags.ids,
    ids: documents.map(({ id }) => id),
  };
}

/** One document's part of the columns, again; the reverse of `columnsOf`. */
export function* factsOf(columns: Columns): Generator<Facts> {
  const { updatedAt, createdAt, postTime, traits, channel, author, tagCount, tag, channelIds, authorIds, tagIds, ids } = columns;
  let at = 0;
  for (const [i, id] of ids.entries()) {
    const end = at + (tagCount[i] ?? 0);
    yield {
      id, updatedAt: updatedAt[i] ?? 0, createdAt: createdAt[i] ?? 0, postTime: postTime[i] ?? 0, traits: traits[i] ?? 0,
      channelRef: channelIds[channel[i] ?? 0] ?? '', authorId: authorIds[author[i] ?? 0] ?? '',
      tagIds: [...tag.subarray(at, end)].map((number) => tagIds[number] ?? ''),
    };
    at = end;
  }
}

/** The order of documents in a segment: what was changed last stands last. */
export function byAge(a: Pick<Facts, 'updatedAt' | 'id'>, b: Pick<Facts, 'updatedAt' | 'id'>): number {
  return a.updatedAt - b.updatedAt || tieOf(a.id) - tieOf(b.id);
}
