/** The list of posts to be worked through. What became of each is told by its annotation, and never stored here. */
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import { Handle, PostId, Time } from '../model/post.ts';
import { tagMeanings, tagsMeant } from '../model/tag.ts';
import { type ListedPost, type WorklistMark, listedKey, maxWorklist } from '../model/worklist.ts';
import { addFree } from './add-free.ts';
import { ownAuthorId } from './authors.ts';
import { findChannels } from './channels.ts';
import { rowsOfPosts } from './posts.ts';
import { type Database, tagIdsOf } from './schema.ts';

/** `post` tells posts apart: see `listedKey`. `leftAt`: when it was opened from the list, or left by hand. */
export const WorklistRow = v.object({
  seq: v.pipe(v.number(), v.safeInteger()), post: v.string(), handle: Handle, postId: PostId, addedAt: Time, leftAt: v.exactOptional(Time),
});
export type WorklistRow = v.InferOutput<typeof WorklistRow>;
export type NewWorklistRow = Omit<WorklistRow, 'seq'>;

/** The list cannot hold so many posts; nothing was added. */
export class WorklistFullError extends Error {
  /** How many it would have held. */
  readonly wanted: number;

  constructor(wanted: number) {
    super(`the worklist would hold ${wanted} posts`);
    this.name = 'WorklistFullError';
    this.wanted = wanted;
  }
}

/**
 * Appends the posts that are not listed yet.
 * @returns how many those were
 */
export async function addToWorklist(db: Database, posts: readonly ListedPost[], now: number): Promise<number> {
  return db.transaction('rw', db.worklist, async () => {
    const listed = new Set<unknown>(await db.worklist.orderBy('post').keys());
    const rows = posts.map(({ handle, postId }): NewWorklistRow => ({ post: listedKey({ handle, postId }), handle, postId, addedAt: now }))
      .filter(({ post }) => !listed.has(post));
    if (listed.size + rows.length > maxWorklist) throw new WorklistFullError(listed.size + rows.length);
    await db.worklist.bulkAdd(rows);
    return rows.length;
  });
}

/** All rows, in the order in which they were added. One that cannot be read is left out. */
export async function worklistRows(db: Database): Promise<WorklistRow[]> {
  return (await db.worklist.toArray()).filter((row) => v.is(WorklistRow, row));
}

/** What I wrote on the posts of the list, and what their channels are called: each by what tells it apart. */
export interface WorklistMarks {
  marks: ReadonlyMap<string, WorklistMark>;
  titles: ReadonlyMap<string, string>;
}

/**
 * Reads what is written on the list's posts: of those only whose channel is known, for on others nothing can be. Thousands
 * are looked up in one transaction, since one for each would take most of the time.
 */
export async function worklistMarks(db: Database): Promise<WorklistMarks> {
  const tables = [db.worklist, db.channels, db.captures, db.annotations, db.tags, db.options];
  const { known, rows, titles, own, tags } = await db.transaction('r', tables, async () => readMarked(db));
  const marks = known.flatMap((post, i) => {
    const mine = (rows[i] ?? []).filter((row) => row.authorId === own && v.is(Annotation, row));
    if (mine.length === 0) return [];
    return [[post, { tags: tagsMeant(mine.flatMap(tagIdsOf), tags), hasNote: mine.some(({ note }) => note !== '') }] as const];
  });
  return { marks: new Map(marks), titles };
}

/** Runs in the caller's transaction. */
async function readMarked(db: Database) {
  const posts = (await db.worklist.orderBy('post').keys()).map((post) => {
    const [handle = '', postId] = String(post).split('/');
    return { handle, postId: Number(postId) };
  });
  const handles = [...new Set(posts.map(({ handle }) => handle))];
  const channels = await findChannels(db, handles.map((handle) => ({ handle })));
  const titles = new Map(handles.flatMap((handle, i) => (channels[i] ? [[handle, channels[i].title ?? handle] as const] : [])));
  const known = posts.filter(({ handle }) => titles.has(handle));
  const rows = await rowsOfPosts(db, known);
  const tags = tagMeanings(await db.tags.toArray());
  return { titles, known: known.map(listedKey), rows, tags, own: await ownAuthorId(db) };
}

/** What was left already stays as it is. */
export async function leavePost(db: Database, seq: number, now: number): Promise<void> {
  await db.worklist.where(':id').equals(seq).modify((row) => {
    row.leftAt ??= now;
  });
}

export async function reopenPost(db: Database, seq: number): Promise<void> {
  await db.worklist.where(':id').equals(seq).modify((row) => {
    delete row.leftAt;
  });
}

export async function removeFromWorklist(db: Database, seq: number): Promise<void> {
  await db.worklist.delete(seq);
}

/** @returns what it held, to be put back */
export async function clearWorklist(db: Database): Promise<WorklistRow[]> {
  return db.transaction('rw', db.worklist, async () => {
    const rows = await worklistRows(db);
    await db.worklist.clear();
    return rows;
  });
}

/** Puts rows back in their places. A post that was added anew meanwhile stays where it is now. */
export async function restoreToWorklist(db: Database, rows: readonly WorklistRow[]): Promise<void> {
  await db.transaction('rw', db.worklist, async () => {
    await addFree(db.worklist, rows);
  });
}
