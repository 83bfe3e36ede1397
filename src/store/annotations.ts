/** Writing annotations: save with conflict detection, delete, undo. Each is one transaction, answered once it is done. */
import { type Body, type SaveOutcome, type Target, joinBodies, sameBody, targetKey } from '../model/annotation.ts';
import { canonicalVersion, captureContent, captureId } from '../model/capture.ts';
import type { Post, Sighting } from '../model/post.ts';
import { tagKey } from '../model/tag.ts';
import { addFree } from './add-free.ts';
import { albumKeys, placesOfPosts } from './albums.ts';
import { makeOwnAuthor, ownIdOption } from './authors.ts';
import { type OptionRow, backupOption, countChanges, withChangesCounted } from './backup.ts';
import { channelSeen, channelsThatMay } from './channels.ts';
import { isCovered } from './drafts.ts';
import { gzipOriginal } from './originals.ts';
import { rowsWith } from './rows-with.ts';
import { type AnnotationRow, type Database, type DraftRow, type PostRef, type TagRow, annotationRow, channelRow } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';
import { tagNames, tagsKnown, withFreshTags } from './tags.ts';

/** A post as a page offered it for annotation. `html` is its outer HTML, when it is to be kept. */
export interface OfferedPost {
  post: Post;
  sighting: Sighting;
  reader: number;
  html?: string;
}

interface SaveContext {
  now: number;
  /** Version of the extension, kept with the annotation. */
  app: string;
}

function tables(db: Database) {
  return [
    db.annotations, db.captures, db.originals, db.sightings, db.channels, db.tags, db.authors, db.drafts, db.options, db.changed,
  ];
}

/**
 * Saves what was typed about an offered post: a new annotation, or the next revision of the one in its place.
 * @param rev the revision that was edited, 0 for none
 */
export async function saveOnPost(
  db: Database, offered: OfferedPost, target: Target, body: Body, rev: number, { now, app }: SaveContext,
): Promise<SaveOutcome> {
  const { post, sighting, reader } = offered;
  const content = captureContent(post);
  // Hashing and zipping come first: a transaction would end while they are awaited.
  const [id, gzip] = await Promise.all([captureId(content), offered.html === undefined ? undefined : gzipOriginal(offered.html)]);

  return db.transaction('rw', tables(db), async () => {
    const [known, authors, mayBe, albums] = await Promise.all([
      readForWriting(db, body), db.authors.toArray(), channelsThatMay(db, [post]), albumKeys(db, [post]),
    ]);
    const author = authors.find((each) => each.id === known.own) ?? await makeOwnAuthor(db);
    const { channel, isMerged } = await channelSeen(db, mayBe, post, post.channelTitle, now);
    const [places = []] = await placesOfPosts(db, [{ ...post, channelRef: channel.id }], isMerged ? undefined : Promise.resolve(albums));
    const [[channelRef, postId] = [channel.id, post.postId]] = places;
    const row = annotationRow({
      id: crypto.randomUUID(), authorId: author.id, channelRef, postId, captureId: id, target,
      tagIds: [], note: '', createdAt: now, updatedAt: now, rev: 0, seen: { ...sighting, app },
    });
    const [stored, last, draft] = await Promise.all([
      residentOf(db, row, places), lastRev(db, row), db.drafts.get([channelRef, postId, targetKey(target)]),
    ]);
    const besides = [
      () => db.channels.put(channelRow(channel)),
      ...(draft && isCovered(draft, body) ? [() => forgetDraft(db, draft)] : []),
    ];
    if (stored) return revise(db, stored, body, rev, now, known, besides);
    return write(db, { ...row, rev: last }, body, now, known, [
      ...besides,
      () => addFree(db.captures, [{ id, channelRef, postId, canonical: canonicalVersion, reader, at: sighting.at, content }]),
      ...(gzip ? [() => db.originals.put({ channelRef, postId, id, gzip })] : []),
    ]);
  });
}

/**
 * Saves a new revision of a stored annotation, from a place where its post is not at hand.
 * @returns undefined when there is no such annotation any more, or it is not ours to change
 */
export async function saveById(db: Database, id: string, body: Body, rev: number, now: number): Promise<SaveOutcome | undefined> {
  return db.transaction('rw', tables(db), async () => {
    const [stored, known] = await Promise.all([db.annotations.get(id), readForWriting(db, body)]);
    if (!stored || stored.deletedAt !== undefined || stored.authorId !== known.own) return undefined;
    const draft = await db.drafts.get([stored.channelRef, stored.postId, targetKey(stored.target)]);
    return revise(db, stored, body, rev, now, known, draft && isCovered(draft, body) ? [() => forgetDraft(db, draft)] : []);
  });
}

/** The living annotation of the same author and target in the first of the places that has one. */
function residentOf(db: Database, row: AnnotationRow, places: readonly PostRef[]): Promise<AnnotationRow | undefined> {
  const slots = places.flatMap(([channelRef, postId]) => annotationRow({ ...row, channelRef, postId }).slot ?? []);
  // Asked in the order of the places, and so answered.
  return rowsWith(db.annotations, 'slot', slots).then(([first]) => first);
}

/** What a write must know, whatever it writes. */
interface Known {
  own: string | undefined;
  tags: TagRow[];
  backup: OptionRow | undefined;
}

/** A promise of Dexie's own, to be read side by side with what else is: waiting is most of what a save takes. */
function readForWriting(db: Database, body: Body): PromiseLike<Known> {
  return Promise.all([tagsKnown(db, body.tags), db.options.bulkGet([ownIdOption, backupOption])]).then(([tags, [own, backup]]) => (
    { own: typeof own?.value === 'string' ? own.value : undefined, tags, backup }
  ));
}

/** What else is to be written when it is, side by side. */
type Besides = readonly (() => PromiseLike<unknown>)[];

async function revise(
  db: Database, stored: AnnotationRow, body: Body, rev: number, now: number, known: Known, besides: Besides = [],
): Promise<SaveOutcome> {
  const { id } = stored;
  const theirs: Body = { tags: await tagNames(db, stored.tagIds), note: stored.note };
  // The same text twice is no conflict: it is one save that was sent again. Tags as they are told apart, since a known
  // tag keeps its own spelling.
  if (sameBody(folded(body), folded(theirs))) {
    await Promise.all(besides.map((also) => also()));
    return { status: 'saved', id, rev: stored.rev };
  }
  if (stored.rev !== rev) return { status: 'conflict', id, rev: stored.rev, theirs };
  return write(db, stored, body, now, known, besides);
}

function folded({ tags, note }: Body): Body {
  return { tags: tags.map(tagKey), note };
}

async function write(
  db: Database, row: AnnotationRow, body: Body, now: number, known: Known, besides: Besides,
): Promise<SaveOutcome> {
  const { id } = row;
  const rev = row.rev + 1;
  const { tags, fresh } = withFreshTags(body.tags, known.tags, now);
  const changed = { ...row, tagIds: tags.map((tag) => tag.id), note: body.note, updatedAt: now, rev };
  await Promise.all([
    ...besides.map((also) => also()), db.tags.bulkAdd(fresh), db.annotations.put(changed), db.changed.add({ ids: [id] }),
    db.options.put(withChangesCounted(known.backup, 1, now)),
  ]);
  return { status: 'saved', id, rev };
}

function forgetDraft(db: Database, { channelRef, postId, targetKey: ofTarget }: DraftRow): PromiseLike<unknown> {
  return db.drafts.delete([channelRef, postId, ofTarget]);
}

/**
 * The highest revision that any annotation had in this one's place, deleted ones included; 0 when there was none.
 * Whoever takes the place counts on from there, so that a form that still edits a deleted annotation cannot name the
 * revision of its successor and overwrite it unseen.
 */
function lastRev(db: Database, { authorId, channelRef, postId, target }: AnnotationRow): Promise<number> {
  return rowsWith(db.annotations, '[channelRef+postId]', [[channelRef, postId]]).then((rows) => {
    const inPlace = rows.filter((row) => row.authorId === authorId && targetKey(row.target) === targetKey(target));
    return Math.max(0, ...inPlace.map((row) => row.rev));
  });
}

/**
 * Marks as deleted. Deleting what is deleted already, or gone, changes nothing.
 * What was written did not change, so that `updatedAt` stays and Undo brings it back to its place in every list.
 */
export async function deleteAnnotation(db: Database, id: string, now: number): Promise<void> {
  await db.transaction('rw', [db.annotations, db.options, db.changed], async () => {
    const row = await db.annotations.get(id);
    if (!row || row.deletedAt !== undefined) return;
    const { slot: _, ...annotation } = row;
    await db.annotations.put({ ...annotation, deletedAt: now, rev: row.rev + 1 });
    await noteChanged(db, [id]);
    await countChanges(db, 1, now);
  });
}

/**
 * Takes a deletion back. When the post was annotated anew in the meantime, that annotation gets both texts.
 * @returns the id of the annotation that now holds the text, undefined when there is nothing to take back
 */
export async function restoreAnnotation(db: Database, id: string, now: number): Promise<string | undefined> {
  return db.transaction('rw', tables(db), async () => {
    const stored = await db.annotations.get(id);
    if (!stored) return undefined;
    const { deletedAt, ...annotation } = stored;
    if (deletedAt === undefined) return id;
    const row = annotationRow({ ...annotation, rev: (await lastRev(db, stored)) + 1 });
    const resident = row.slot === undefined ? undefined : await db.annotations.get({ slot: row.slot });
    if (!resident) {
      await db.annotations.put(row);
      await noteChanged(db, [id]);
      await countChanges(db, 1, now);
      return id;
    }
    const mine: Body = { tags: await tagNames(db, resident.tagIds), note: resident.note };
    const restored: Body = { tags: await tagNames(db, row.tagIds), note: row.note };
    const joined = joinBodies(mine, restored);
    await revise(db, resident, joined, resident.rev, now, await readForWriting(db, joined));
    return resident.id;
  });
}
