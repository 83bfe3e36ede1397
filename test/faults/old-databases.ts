/**
 * Databases as each version of the schema had them: written out, not made by the code of today, which must bring them up to
 * date. All rows are JSON, so that they can be sent to a page; only the bytes of an original stand as numbers.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export const oldVersions = [1, 2, 3, 4, 5, 6] as const;
export type OldVersion = (typeof oldVersions)[number];

export interface OldStore {
  keyPath: string | string[];
  autoIncrement?: boolean;
  /** Their names, and what they are of. */
  indexes?: Record<string, { of: string | string[]; unique?: boolean; each?: boolean }>;
  rows: Record<string, unknown>[];
}

export interface OldDatabase {
  /** As the browser counts it: Dexie has ten for each of its own. https://dexie.org/docs/Dexie/Dexie.version() */
  version: number;
  stores: Record<string, OldStore>;
}

const day = 24 * 60 * 60_000;
const own = 'author-own';
const channels = ['harbour_log', 'garden_log', 'weather_log'];
const capturesKey = ['channelRef', 'postId', 'id'];

/** Each fifth post is an album of two, each tenth annotation is deleted. Posts of a channel are ten numbers apart. */
function placeOf(i: number): { channelRef: string; postId: number } {
  return { channelRef: `channel-${i % channels.length}`, postId: 10 * (i + 1) };
}

function textOf(i: number): string {
  return `Post ${i} of the log. ${'The tide was low and the wind was from the west. '.repeat(1 + i % 20)}`;
}

/** As the first version hashed what a post says, and all that came after it. */
function hashOf(text: string): string {
  return createHash('sha256').update(JSON.stringify([1, text, [], [], null, null])).digest('hex');
}

function capture(i: number, text: string, version: OldVersion, now: number): Record<string, unknown> {
  const { channelRef, postId } = placeOf(i);
  const isAlbum = version >= 3 && i % 5 === 0;
  return {
    id: hashOf(text), channelRef, postId, canonical: 1, reader: 1, at: now - day,
    content: { kinds: ['text'], text, channelTitle: `Log ${i % channels.length}`, ...(isAlbum && { memberIds: [postId, postId + 1] }) },
  };
}

/** Tags 0 to 9 live, one was merged into the first and one was deleted. */
function tags(version: OldVersion, now: number): Record<string, unknown>[] {
  const times = { createdAt: now - 9 * day, updatedAt: now - day, rev: 2 };
  return [
    ...Array.from({ length: 10 }, (_, i) => ({
      id: `tag-${i}`, name: `Tag ${i}`, key: `tag ${i}`, ...times, ...(version >= 5 && i === 1 && { colour: 'teal', description: 'Low', pin: 1 }),
    })),
    { id: 'tag-merged', name: 'Old tag', ...times, mergedInto: 'tag-0' },
    { id: 'tag-deleted', name: 'No tag', ...times, deletedAt: now - day },
  ];
}

function annotation(i: number, now: number): Record<string, unknown> {
  const { channelRef, postId } = placeOf(i);
  const at = now - day + i;
  const author = i % 7 === 0 ? 'author-other' : own;
  return {
    id: idOf(i), authorId: author, channelRef, postId, captureId: hashOf(textOf(i)), target: { kind: 'post' },
    tagIds: [`tag-${i % 10}`], note: noteOf(i), createdAt: at, updatedAt: at, rev: 1,
    seen: { at: now - day, url: `https://t.me/s/${channels[i % channels.length]}`, page: 'feed', views: '1.2K', app: '0.0.1' },
    ...(isDeleted(i) ? { deletedAt: now - day } : { slot: [author, channelRef, postId, 'post'].join(' ') }),
  };
}

/** Beside the annotation of the whole post, as soon as there were such. */
function quoteOfFirst(now: number): Record<string, unknown> {
  const target = { kind: 'quote', exact: 'low', prefix: 'The tide was ', suffix: ' and the wind', start: 32, end: 35 };
  return { ...annotation(1, now), id: 'old-quote', target, slot: [own, ...Object.values(placeOf(1)), 'quote 32 35 low'].join(' ') };
}

export function idOf(i: number): string {
  return `old-${String(i).padStart(6, '0')}`;
}

export function noteOf(i: number): string {
  return `Note ${i}, written long ago`;
}

export function isDeleted(i: number): boolean {
  return i % 10 === 9;
}

function firstStores(version: OldVersion, count: number, now: number): Record<string, OldStore> {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    annotations: {
      keyPath: 'id',
      indexes: {
        slot: { of: 'slot', unique: true }, '[channelRef+postId]': { of: ['channelRef', 'postId'] }, updatedAt: { of: 'updatedAt' },
        createdAt: { of: 'createdAt' }, deletedAt: { of: 'deletedAt' }, tagIds: { of: 'tagIds', each: true },
      },
      rows: [...numbers.map((i) => annotation(i, now)), ...(version >= 6 ? [quoteOfFirst(now)] : [])],
    },
    captures: { keyPath: capturesKey, rows: numbers.map((i) => capture(i, textOf(i), version, now)) },
    originals: {
      keyPath: capturesKey,
      rows: numbers.filter((i) => i % 50 === 0).map((i) => (
        { ...placeOf(i), id: hashOf(textOf(i)), gzip: [...gzipSync(`<div class="tgme_widget_message">${textOf(i)}</div>`)] }
      )),
    },
    channels: {
      keyPath: 'id',
      indexes: { telegramId: { of: 'telegramId', unique: true }, handleKeys: { of: 'handleKeys', each: true } },
      rows: channels.map((name, i) => ({
        id: `channel-${i}`, title: `Log ${i}`, handles: [{ name, firstSeen: now - 9 * day, lastSeen: now - day }], handleKeys: [name],
        // Not every page tells the number.
        ...(i > 0 && { telegramId: 1_000_000_000 + i }),
      })),
    },
    tags: { keyPath: 'id', indexes: { key: { of: 'key', unique: true } }, rows: tags(version, now) },
    authors: { keyPath: 'id', rows: [{ id: own, name: 'Анна' }, { id: 'author-other' }] },
    drafts: {
      keyPath: ['channelRef', 'postId', 'targetKey'],
      rows: [{ ...placeOf(count), targetKey: 'post', tags: ['Tag 1'], pending: 'ta', note: 'Half a though', rev: 0, updatedAt: now - day }],
    },
    options: {
      keyPath: 'name',
      rows: [
        { name: 'ownAuthorId', value: own }, { name: 'onPages', value: 'mark' },
        ...(version >= 2 ? [{ name: 'backup', value: { changes: count, exported: 3, since: now - day, automatic: false } }] : []),
      ],
    },
  };
}

/** An import that is done and could be taken back. */
function imports(): OldStore {
  const nothing = { captures: [], authors: [], tags: [], channels: [] };
  return {
    keyPath: 'key',
    rows: [
      {
        key: 0, layout: 1, file: 'notes.json', phase: 'done', rows: 1, written: 1, annotations: 0, anonymous: false, excluded: [],
        choices: { ownership: 'theirs', resolution: 'both', byId: {} },
        tally: { added: 0, identical: 0, kept: 0, replaced: 0, joined: 0 },
      },
      { key: 1, journal: { annotations: [], ...nothing } },
    ],
  };
}

/** An index that has not come to anything yet: half of all is noted as one, half by ids. */
function index(count: number, version: OldVersion): Record<string, OldStore> {
  const parts = (name: string): OldStore => ({ keyPath: ['segment', name], rows: [] });
  const ids = [...Array.from({ length: count }, (_, i) => idOf(i)), ...(version >= 6 ? ['old-quote'] : [])];
  return {
    changed: { keyPath: 'seq', autoIncrement: true, rows: [{ seq: 1, ids: ids.slice(0, 500) }, { seq: 2, after: '', done: 0 }] },
    segments: { keyPath: 'id', autoIncrement: true, rows: [] },
    columns: { keyPath: ['segment', 'name', 'part'], rows: [] },
    postings: parts('block'),
    places: parts('block'),
  };
}

function worklist(now: number): OldStore {
  return {
    keyPath: 'seq', autoIncrement: true, indexes: { post: { of: 'post', unique: true } },
    rows: [1, 2, 3].map((postId) => ({ seq: postId, post: `night_log/${postId}`, handle: 'night_log', postId, addedAt: now - day, ...(postId === 2 && { leftAt: now }) })),
  };
}

/** Each hundredth post says something else by now, which is kept beside what was annotated. */
function histories(count: number, now: number): { sightings: OldStore; captures: Record<string, unknown>[] } {
  const changed = Array.from({ length: Math.ceil(count / 100) }, (_, i) => 100 * i);
  const text = (i: number) => `${textOf(i)} Corrected.`;
  return {
    captures: changed.map((i) => capture(i, text(i), 6, now)),
    sightings: {
      keyPath: ['channelRef', 'postId'], indexes: { notable: { of: 'notable' } },
      rows: changed.map((i) => ({
        ...placeOf(i), notable: now - 60_000,
        seen: [{ at: now - 60_000, url: 'https://t.me/s/harbour_log', page: 'feed', version: { id: hashOf(text(i)), canonical: 1, reader: 1 } }],
      })),
    },
  };
}

/**
 * @param count of annotations of whole posts
 * @param now what was deleted was deleted the day before, and is not purged yet
 */
export function oldDatabase(version: OldVersion, count: number, now: number): OldDatabase {
  const stores = firstStores(version, count, now);
  if (version >= 2) stores['imports'] = imports();
  if (version >= 3 && stores['captures']) stores['captures'].indexes = { 'content.memberIds': { of: 'content.memberIds', each: true } };
  if (version >= 4) Object.assign(stores, index(count, version));
  if (version >= 5) stores['worklist'] = worklist(now);
  if (version >= 6) {
    const { sightings, captures } = histories(count, now);
    stores['sightings'] = sightings;
    stores['captures']?.rows.push(...captures);
  }
  return { version: 10 * version, stores };
}

/**
 * Writes it where no database of the name is. Runs in a page, too, to which it is sent as text.
 * @param text JSON of an `OldDatabase`
 */
export function writeOldDatabase(text: string, factory: IDBFactory = indexedDB): Promise<void> {
  const { version, stores } = JSON.parse(text) as OldDatabase;
  return new Promise((resolve, reject) => {
    const opening = factory.open('postil', version);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const [name, { keyPath, autoIncrement = false, indexes = {}, rows }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const [index, { of, unique = false, each = false }] of Object.entries(indexes)) {
          store.createIndex(index, of, { unique, multiEntry: each });
        }
        for (const row of rows) store.put(Array.isArray(row['gzip']) ? { ...row, gzip: Uint8Array.from(row['gzip']) } : row);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
