/** An annotation is moved to another version of its post, when its author says so. */
import { anchor } from '../model/anchor.ts';
import { type Annotation, type Target, targetKey } from '../model/annotation.ts';
import type { Capture } from '../model/capture.ts';
import type { Seen } from '../model/history.ts';
import { quoteOf } from '../model/quote.ts';
import { ownAuthorId } from './authors.ts';
import { countChanges } from './backup.ts';
import { capturesOf, looksIn, withAnnotating } from './history.ts';
import { rowsWith } from './rows-with.ts';
import { type AnnotationRow, type Database, type PostRef, annotationRow } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';
import { ownVersions, sightingsRow } from './sightings-row.ts';

/** What a move did: how the annotation was before, and as what it stands since. */
export interface Moved {
  before: Annotation;
  after: Annotation;
}

export type MoveOutcome =
  | { status: 'moved'; moved: Moved }
  /** The words that it quotes are not in that version. */
  | { status: 'unplaced' }
  /** It was changed meanwhile. */
  | { status: 'conflict' }
  /** Another annotation of the same author is about these words. */
  | { status: 'taken' }
  /** The annotation or the version is not there any more, or it is not ours to move. */
  | { status: 'gone' };

/** @param rev the revision that was on screen when it was asked for */
export function moveAnnotation(db: Database, id: string, captureId: string, rev: number, now: number): Promise<MoveOutcome> {
  return db.transaction('rw', tables(db), async (): Promise<MoveOutcome> => {
    const [row, own] = await Promise.all([db.annotations.get(id), ownAuthorId(db)]);
    if (!row || row.deletedAt !== undefined || row.authorId !== own) return { status: 'gone' };
    if (row.rev !== rev) return { status: 'conflict' };
    const post = await readPost(db, row);
    const capture = post.captures.find((each) => each.id === captureId);
    if (!capture) return { status: 'gone' };
    const target = targetIn(capture.content.text ?? '', row.target);
    if (!target) return { status: 'unplaced' };
    const { version: _, ...look }: Seen = post.seen.findLast(({ version }) => version?.id === captureId) ?? row.seen;
    return put(db, row, { captureId, target, updatedAt: now, seen: { ...look, app: row.seen.app } }, post, now);
  });
}

/** Takes a move back. What else was changed since stays changed. */
export function undoMove(db: Database, { before, after }: Moved, now: number): Promise<MoveOutcome> {
  return db.transaction('rw', tables(db), async (): Promise<MoveOutcome> => {
    const row = await db.annotations.get(after.id);
    if (!row || row.deletedAt !== undefined) return { status: 'gone' };
    if (row.captureId !== after.captureId || targetKey(row.target) !== targetKey(after.target)) return { status: 'conflict' };
    const { captureId, target, seen } = before;
    const updatedAt = row.rev === after.rev ? before.updatedAt : now;
    return put(db, row, { captureId, target, seen, updatedAt }, await readPost(db, row), now);
  });
}

function tables(db: Database) {
  return [db.annotations, db.captures, db.sightings, db.drafts, db.options, db.changed];
}

interface PostRows {
  annotations: AnnotationRow[];
  captures: Capture[];
  seen: Seen[];
}

async function readPost(db: Database, { channelRef, postId }: AnnotationRow): Promise<PostRows> {
  const [annotations, captures, row] = await Promise.all([
    rowsWith(db.annotations, '[channelRef+postId]', [[channelRef, postId]]), capturesOf(db, [channelRef, postId]), db.sightings.get([channelRef, postId]),
  ]);
  return { annotations, captures, seen: withAnnotating(looksIn(row), annotations, captures) };
}

/** The same words in another text; undefined when they are not there. */
function targetIn(text: string, target: Target): Target | undefined {
  if (target.kind === 'post') return target;
  const place = anchor(text, target);
  return place && quoteOf(text, place.start, place.end);
}

/**
 * The looks at which the post was annotated are kept with the others from now on: they tell of the version that the
 * annotation leaves, which stays for their sake.
 */
async function put(
  db: Database, row: AnnotationRow, changes: Pick<Annotation, 'captureId' | 'target' | 'seen' | 'updatedAt'>, post: PostRows, now: number,
): Promise<MoveOutcome> {
  const { slot: _, ...before } = row;
  const inPlace = post.annotations.filter(({ id, authorId, target }) => (
    id !== row.id && authorId === row.authorId && targetKey(target) === targetKey(changes.target)
  ));
  if (inPlace.some(({ deletedAt }) => deletedAt === undefined)) return { status: 'taken' };
  // Higher than that of any that was deleted in this place: see `lastRev`.
  const after: Annotation = { ...before, ...changes, rev: Math.max(row.rev, ...inPlace.map(({ rev }) => rev)) + 1 };
  await Promise.all([db.annotations.put(annotationRow(after)), moveDraft(db, before, after)]);
  const place: PostRef = [row.channelRef, row.postId];
  const owns = (await ownVersions(db, [place])).get(String(place)) ?? [];
  await db.sightings.put(sightingsRow({ channelRef: row.channelRef, postId: row.postId, seen: post.seen }, owns));
  await noteChanged(db, [row.id]);
  await countChanges(db, 1, now);
  return { status: 'moved', moved: { before, after } };
}

/** What is typed and not saved goes on from what it started from, which says the same. Promises of Dexie's own. */
function moveDraft(db: Database, before: Annotation, after: Annotation): PromiseLike<unknown> {
  const { channelRef, postId } = before;
  return db.drafts.get([channelRef, postId, targetKey(before.target)]).then((draft) => {
    if (!draft || draft.rev !== before.rev) return undefined;
    return db.drafts.delete([channelRef, postId, draft.targetKey])
      .then(() => db.drafts.put({
        ...draft, rev: after.rev, targetKey: targetKey(after.target), ...(after.target.kind === 'quote' && { quote: after.target }),
      }));
  });
}
