/** What can be wrong with stored rows: each in itself, and in what it points to. Nothing is written. */
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import { Capture } from '../model/capture.ts';
import { Channel } from '../model/channel.ts';
import { Id } from '../model/id.ts';
import { Tag } from '../model/tag.ts';
import { Author } from '../model/view.ts';
import { listedKey } from '../model/worklist.ts';
import { ownIdOption } from './authors.ts';
import { rowsWith } from './rows-with.ts';
import {
  type CaptureRef, type Database, DraftRow, OriginalRow, type PostRef, SightingsRow, annotationRow, captureRef, channelRow, tagRow,
} from './schema.ts';
import { WorklistRow } from './worklist.ts';

export const checkedTables = [
  'annotations', 'captures', 'originals', 'sightings', 'channels', 'tags', 'authors', 'drafts', 'options', 'worklist',
] as const;
export type CheckedTable = (typeof checkedTables)[number];

/**
 * `unreadable`: not what the model says. `no-capture`, `no-channel`, `no-author`, `no-tag`: what it points to is not
 * there. `unused`: nothing points to it. `wrong-slot`, `wrong-handle-keys`, `wrong-key`: what it is found by is not what
 * its content says. `deleted-with-slot`: deleted, and still in the place of a living one. `not-indexed`, `wrongly-indexed`:
 * a search misses it, or finds it though it is deleted, or twice.
 *
 * Two channels with one number, two tags with one key, two annotations in one slot cannot be: the indexes are unique,
 * and without them the database does not open.
 */
export type ProblemKind =
  | 'unreadable' | 'no-capture' | 'no-channel' | 'no-author' | 'no-tag' | 'unused'
  | 'wrong-slot' | 'deleted-with-slot' | 'wrong-handle-keys' | 'wrong-key' | 'not-indexed' | 'wrongly-indexed';

export interface Problem {
  kind: ProblemKind;
  table: CheckedTable;
  /** The row's key; a compound one joined by commas. */
  id: string;
  /** What is missing, or what cannot be read. */
  detail?: string;
}

/** A row as it lies there, with its primary key. */
export interface Entry {
  id: string;
  row: unknown;
}

/** What is wrong with these rows of one table. Runs in a transaction over all checked tables. */
type Inspect = (db: Database, entries: readonly Entry[]) => Promise<Problem[]>;

/** Parsed rows, and the raw ones beside them: schemas leave out what only the store keeps. */
function readable<Schema extends v.GenericSchema>(table: CheckedTable, schema: Schema, entries: readonly Entry[]) {
  const problems: Problem[] = [];
  const rows = entries.flatMap(({ id, row }) => {
    const parsed = v.safeParse(schema, row);
    if (parsed.success) return [{ id, row, value: parsed.output }];
    const [issue] = parsed.issues;
    problems.push({ kind: 'unreadable', table, id, detail: `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim() });
    return [];
  });
  return { rows, problems };
}

/** A field of a row that was not parsed. */
export function fieldOf(row: unknown, field: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;
}

async function missing(table: { bulkGet(keys: string[]): PromiseLike<unknown[]> }, ids: readonly string[]): Promise<Set<string>> {
  const all = [...new Set(ids)];
  const found = await table.bulkGet(all);
  return new Set(all.filter((_, i) => found[i] === undefined));
}

const annotations: Inspect = async (db, entries) => {
  const { rows, problems } = readable('annotations', Annotation, entries);
  const values = rows.map(({ value }) => value);
  const [captures, noChannel, noAuthor, noTag] = await Promise.all([
    db.captures.bulkGet(values.map(captureRef)),
    missing(db.channels, values.map((value) => value.channelRef)),
    missing(db.authors, values.map((value) => value.authorId)),
    missing(db.tags, values.flatMap((value) => value.tagIds)),
  ]);
  for (const [i, { id, row, value }] of rows.entries()) {
    const report = (kind: ProblemKind, detail?: string) => (
      problems.push({ kind, table: 'annotations', id, ...(detail !== undefined && { detail }) })
    );
    if (!captures[i]) report('no-capture', value.captureId);
    if (noChannel.has(value.channelRef)) report('no-channel', value.channelRef);
    if (noAuthor.has(value.authorId)) report('no-author', value.authorId);
    for (const tagId of value.tagIds.filter((each) => noTag.has(each))) report('no-tag', tagId);
    if (fieldOf(row, 'slot') !== annotationRow(value).slot) report(value.deletedAt === undefined ? 'wrong-slot' : 'deleted-with-slot');
  }
  return problems;
};

const captures: Inspect = async (db, entries) => {
  const { rows, problems } = readable('captures', Capture, entries);
  const posts = rows.map(({ value }): PostRef => [value.channelRef, value.postId]);
  const [users, histories] = await Promise.all([rowsWith(db.annotations, '[channelRef+postId]', posts), db.sightings.bulkGet(posts)]);
  const used = new Set(users.flatMap((row) => [captureRef(row), [row.channelRef, row.postId]]).map(String));
  for (const [i, { id }] of rows.entries()) {
    // What an annotated post said otherwise belongs to its history.
    if (!used.has(id) && !(histories[i] && used.has(String(posts[i])))) problems.push({ kind: 'unused', table: 'captures', id });
  }
  return problems;
};

const originals: Inspect = async (db, entries) => {
  const { rows, problems } = readable('originals', OriginalRow, entries);
  const found = await db.captures.bulkGet(rows.map(({ value }): CaptureRef => [value.channelRef, value.postId, value.id]));
  for (const [i, { id }] of rows.entries()) if (!found[i]) problems.push({ kind: 'no-capture', table: 'originals', id });
  return problems;
};

/** That a content which it names is not kept is none: there is a limit to them. */
const sightings: Inspect = async (db, entries) => {
  const { rows, problems } = readable('sightings', SightingsRow, entries);
  const users = await rowsWith(db.annotations, '[channelRef+postId]', rows.map(({ value }) => [value.channelRef, value.postId]));
  const annotated = new Set(users.map((row) => String([row.channelRef, row.postId])));
  for (const { id } of rows) if (!annotated.has(id)) problems.push({ kind: 'unused', table: 'sightings', id });
  return problems;
};

const channels: Inspect = async (_db, entries) => {
  const { rows, problems } = readable('channels', Channel, entries);
  for (const { id, row, value } of rows) {
    if (String(fieldOf(row, 'handleKeys')) !== String(channelRow(value).handleKeys)) {
      problems.push({ kind: 'wrong-handle-keys', table: 'channels', id });
    }
  }
  return problems;
};

const tags: Inspect = async (db, entries) => {
  const { rows, problems } = readable('tags', Tag, entries);
  const noTag = await missing(db.tags, rows.flatMap(({ value }) => value.mergedInto ?? []));
  for (const { id, row, value } of rows) {
    if (noTag.has(value.mergedInto ?? '')) problems.push({ kind: 'no-tag', table: 'tags', id, detail: value.mergedInto ?? '' });
    if (fieldOf(row, 'key') !== tagRow(value).key) problems.push({ kind: 'wrong-key', table: 'tags', id });
  }
  return problems;
};

const authors: Inspect = async (_db, entries) => readable('authors', Author, entries).problems;

const drafts: Inspect = async (db, entries) => {
  const { rows, problems } = readable('drafts', DraftRow, entries);
  const noChannel = await missing(db.channels, rows.map(({ value }) => value.channelRef));
  for (const { id, value } of rows) {
    if (noChannel.has(value.channelRef)) problems.push({ kind: 'no-channel', table: 'drafts', id, detail: value.channelRef });
  }
  return problems;
};

/** Only what points into the data: what a person set is read with a fallback. */
const options: Inspect = async (db, entries) => {
  const own = entries.filter(({ id }) => id === ownIdOption);
  const { rows, problems } = readable('options', v.object({ value: Id }), own);
  const noAuthor = await missing(db.authors, rows.map(({ value }) => value.value));
  for (const { id, value: { value } } of rows) {
    if (noAuthor.has(value)) problems.push({ kind: 'no-author', table: 'options', id, detail: value });
  }
  return problems;
};

const worklist: Inspect = async (_db, entries) => {
  const { rows, problems } = readable('worklist', WorklistRow, entries);
  for (const { id, value } of rows) if (value.post !== listedKey(value)) problems.push({ kind: 'wrong-key', table: 'worklist', id });
  return problems;
};

export const inspections: Record<CheckedTable, Inspect> = {
  annotations, captures, originals, sightings, channels, tags, authors, drafts, options, worklist,
};
