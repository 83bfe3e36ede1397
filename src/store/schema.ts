/**
 * The database. One record per annotation; everything that it points to stands in a table of its own.
 *
 * Invariants, kept by the functions of this room inside transactions:
 * - an annotation's capture, channel, author and tags exist;
 * - `slot` is the annotation's author, post and target in one string while it lives and absent once it is deleted,
 *   so that the unique index allows one living annotation of a kind and any number of deleted ones;
 * - a tag's `key` is its case-folded name while it lives and absent once it is deleted or merged;
 * - every content that `sightings` names has a capture, but for those beyond the limit (`model/history.ts`).
 *
 * Captures belong to a post: two posts with equal content have captures of equal id.
 */
import { Dexie, type EntityTable, type PromiseExtended, type Table, type TransactionMode } from 'dexie';
import * as v from 'valibot';
import { type Annotation, Draft, Quote, targetKey } from '../model/annotation.ts';
import type { Capture } from '../model/capture.ts';
import type { Channel } from '../model/channel.ts';
import { Seen } from '../model/history.ts';
import { Id } from '../model/id.ts';
import { handleKey } from '../model/identity.ts';
import { PostId, Time } from '../model/post.ts';
import { type Tag, tagKey } from '../model/tag.ts';
import type { Author } from '../model/view.ts';
import type { ImportRow } from './imports.ts';
import { refuseNewer } from './refuse-newer.ts';
import { roomForWriting } from './room.ts';
import {
  type BlockRow, type ChangedRow, type ColumnRow, type NewChangedRow, type NewSegmentRow, type SegmentRow, rebuildRow,
} from './search/rows.ts';
import type { NewWorklistRow, WorklistRow } from './worklist.ts';

export type AnnotationRow = Annotation & { slot?: string };
export type ChannelRow = Channel & { handleKeys: string[] };
export type TagRow = Tag & { key?: string };

/** The post's outer HTML, gzipped, so that a better reader can read it again. Lists never load it. */
export const OriginalRow = v.object({
  channelRef: Id,
  postId: PostId,
  id: v.string(),
  gzip: v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});
export type OriginalRow = v.InferOutput<typeof OriginalRow>;

/**
 * The looks at an annotated post after it was annotated, in the order of time. The contents that it had are captures.
 * `notable`: the time of the last one where the post changed, or is not shown any more: an index of these, in their order.
 */
export const SightingsRow = v.object({
  channelRef: Id, postId: PostId, seen: v.array(Seen), notable: v.exactOptional(Time),
});
export type SightingsRow = v.InferOutput<typeof SightingsRow>;

export const DraftRow = v.object({
  ...Draft.entries, channelRef: Id, postId: PostId, targetKey: v.string(), updatedAt: Time,
  /** The words that it is about; absent when it is about the whole post. */
  quote: v.exactOptional(Quote),
});
export type DraftRow = v.InferOutput<typeof DraftRow>;

export type PostRef = [channelRef: string, postId: number];
export type CaptureRef = [channelRef: string, postId: number, captureId: string];

/** Which capture an annotation was made on. */
export function captureRef({ channelRef, postId, captureId }: Pick<Annotation, 'channelRef' | 'postId' | 'captureId'>): CaptureRef {
  return [channelRef, postId, captureId];
}

export class Database extends Dexie {
  declare annotations: EntityTable<AnnotationRow, 'id'>;
  declare captures: Table<Capture, CaptureRef>;
  declare originals: Table<OriginalRow, CaptureRef>;
  declare channels: EntityTable<ChannelRow, 'id'>;
  declare tags: EntityTable<TagRow, 'id'>;
  declare authors: EntityTable<Author, 'id'>;
  declare drafts: Table<DraftRow, [...PostRef, targetKey: string]>;
  declare options: Table<{ name: string; value: unknown }, string>;
  declare imports: Table<ImportRow, number>;
  declare changed: Table<ChangedRow, number, NewChangedRow>;
  declare segments: Table<SegmentRow, number, NewSegmentRow>;
  declare columns: Table<ColumnRow, [segment: number, name: string, part: number]>;
  declare postings: Table<BlockRow, [segment: number, block: number]>;
  declare places: Table<BlockRow, [segment: number, block: number]>;
  declare sightings: Table<SightingsRow, PostRef>;
  declare worklist: Table<WorklistRow, number, NewWorklistRow>;
  readonly #onLost = new Set<() => void>();

  /**
   * @param durability `strict` for what a person saved: answered only once it is on disk. `relaxed` for what can be
   *   made again. It is a property of the connection, https://dexie.org/docs/Dexie/Dexie
   */
  constructor(durability: 'strict' | 'relaxed') {
    super('postil', { chromeTransactionDurability: durability, indexedDB: refuseNewer(Dexie.dependencies.indexedDB) });
    this.version(1).stores({
      annotations: 'id, &slot, [channelRef+postId], updatedAt, createdAt, deletedAt, *tagIds',
      captures: '[channelRef+postId+id]',
      originals: '[channelRef+postId+id]',
      channels: 'id, &telegramId, *handleKeys',
      tags: 'id, &key',
      authors: 'id',
      drafts: '[channelRef+postId+targetKey]',
      options: 'name',
    });
    // 2: a place for what is being imported.
    this.version(2).stores({ imports: 'key' });
    // 3: albums are found by their members.
    this.version(3).stores({ captures: '[channelRef+postId+id], *content.memberIds' });
    // 4: the index of words. What is there already is indexed when the worker has time.
    this.version(4).stores({
      changed: '++seq', segments: '++id', columns: '[segment+name+part]', postings: '[segment+block]', places: '[segment+block]',
    }).upgrade((transaction) => transaction.table('changed').add(rebuildRow));
    // 5: the list of posts to be worked through.
    this.version(5).stores({ worklist: '++seq, &post' });
    // 6: what became of annotated posts.
    this.version(6).stores({ sightings: '[channelRef+postId], notable' });
    this.on('ready', () => this.#watchConnection(), true);
    this.#askForRoom();
  }

  /** Before each transaction that writes; what is done within one, is done. */
  #askForRoom(): void {
    type Begin = (mode: TransactionMode, ...rest: unknown[]) => PromiseExtended<unknown>;
    const begin = this.transaction.bind(this) as Begin;
    const beginWithRoom: Begin = (mode, ...rest) => {
      const room = mode.startsWith('rw') && !Dexie.currentTransaction ? roomForWriting() : undefined;
      return room ? Dexie.Promise.resolve(room).then(() => begin(mode, ...rest)) : begin(mode, ...rest);
    };
    Object.assign(this, { transaction: beginWithRoom });
  }

  /** What could not be opened, for want of room perhaps, is tried again at the next call; Dexie alone would not. */
  override open() {
    const opening = super.open();
    opening.catch(() => setTimeout(() => {
      if (this.hasFailed() && !this.hasBeenClosed()) this.close({ disableAutoOpen: false });
    }));
    return opening;
  }

  /**
   * Tells when the browser took the connection away, because the person cleared what is stored or another version wants
   * to upgrade it. The next call opens the database anew, and makes it when it is gone.
   * @returns ends it
   */
  onLost(listener: () => void): () => void {
    this.#onLost.add(listener);
    return () => this.#onLost.delete(listener);
  }

  #watchConnection(): void {
    for (const event of ['close', 'versionchange']) {
      this.backendDB().addEventListener(event, () => {
        for (const listener of this.#onLost) listener();
      });
    }
    // Before Dexie, which lets no event pass.
    this.backendDB().addEventListener('abort', ({ target }) => afterAbort(target as IDBTransaction), { capture: true });
  }
}

/**
 * After a transaction that found no room, Firefox lets the next one of the connection delete and nothing else, whatever
 * room there is by then: it is one that does nothing. Its "cleanup" mode,
 * https://searchfox.org/mozilla-central/source/dom/indexedDB/IDBDatabase.cpp
 */
function afterAbort({ error, db }: IDBTransaction): void {
  if (error?.name === 'QuotaExceededError') db.transaction('options', 'readwrite').abort();
}

export function annotationRow(annotation: Annotation): AnnotationRow {
  if (annotation.deletedAt !== undefined) return annotation;
  const { authorId, channelRef, postId, target } = annotation;
  return { ...annotation, slot: [authorId, channelRef, postId, targetKey(target)].join(' ') };
}

/** The tags of a row that was not parsed, for scans: parsing every row would cost more than the scan. */
export function tagIdsOf({ tagIds }: AnnotationRow): readonly string[] {
  return Array.isArray(tagIds) ? tagIds : [];
}

export function channelRow(channel: Channel): ChannelRow {
  return { ...channel, handleKeys: channel.handles.map((use) => handleKey(use.name)) };
}

/** @param tag may be a row, whose key was that of its former name */
export function tagRow({ key: _, ...tag }: Tag & { key?: string }): TagRow {
  const gone = tag.deletedAt !== undefined || tag.mergedInto !== undefined;
  return gone ? tag : { ...tag, key: tagKey(tag.name) };
}
