/** Writes an import, a row of it at a time. Each function runs in the caller's transaction. */
import { type Annotation, joinBodies, maxNoteLength } from '../model/annotation.ts';
import type { Capture } from '../model/capture.ts';
import { joinChannels } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import {
  type ImportChoices, type ImportEntry, type ImportHead, type ImportTally, type ImportedCapture, type ImportedChannel, type Resolution,
  whole,
} from '../model/import.ts';
import { maxTagsPerAnnotation } from '../model/tag.ts';
import { addFree } from './add-free.ts';
import { adoptOwnAuthor, ensureOwnAuthor, ownAuthorId } from './authors.ts';
import { countChanges } from './backup.ts';
import { mergeHistories } from './import-histories.ts';
import { channelsHere, tagsHere } from './import-names.ts';
import { type HeadIndex, type NamedPlace, joinedTagIds, namedPlacesOf, placesWithin, saysTheSame } from './import-places.ts';
import { type ImportJournal, emptyJournal } from './imports.ts';
import { type Document, documentOf } from './search/document.ts';
import { noteChanged } from './search/note-changed.ts';
import { type AnnotationRow, type CaptureRef, type ChannelRow, type Database, annotationRow, channelRow, tagRow } from './schema.ts';

/** Authors, tags and channels. What is here already stays as it is; a channel learns what the file knows of it. */
export async function writeHead(
  db: Database, head: ImportHead, { ownership }: ImportChoices, anonymous: boolean, now: number,
): Promise<ImportJournal> {
  const journal = emptyJournal();
  if ((await ownAuthorId(db)) === undefined) {
    // Whoever brings their own file into an empty Postil goes on as who they were.
    if (ownership === 'mine' && head.owner !== undefined) await adoptOwnAuthor(db, head.owner);
    else if (anonymous) journal.authors.push((await ensureOwnAuthor(db)).id);
  }
  const own = await ownAuthorId(db);
  const authors = await db.authors.bulkGet(head.authors.map(({ id }) => id));
  await db.authors.bulkPut(head.authors.flatMap((author, i) => {
    // Mine under the id of another computer: there is no such author here.
    if (author.id === head.owner && ownership === 'mine' && author.id !== own) return [];
    const known = authors[i];
    if (!known) journal.authors.push(author.id);
    // Others are called what they call themselves; what I am called I said here.
    return [author.id === own ? { ...author, ...known } : { ...known, ...author }];
  }));
  const channels = await channelsHere(db, head.channels);
  const tags = await tagsHere(db, head.tags);
  const namesakes = await db.tags.bulkGet(head.tags.map(({ id }) => id ?? ''));
  await db.channels.bulkPut(head.channels.flatMap((channel, i) => {
    const known = channels[i];
    const id = known?.id ?? crypto.randomUUID();
    if (!known) journal.channels.push(id);
    if (!known) return [channelRow({ id, ...channel })];
    return knowsMore(channel, known) ? [channelRow(joinChannels(known, { id, ...channel }))] : [];
  }));
  const taken = new Set(namesakes.map((tag) => tag?.id));
  await db.tags.bulkAdd(head.tags.flatMap((tag, i) => {
    if (tags[i]) return [];
    const id = tag.id === undefined || taken.has(tag.id) ? crypto.randomUUID() : tag.id;
    taken.add(id);
    journal.tags.push(id);
    const createdAt = tag.createdAt ?? now;
    return [tagRow({ ...tag, id, createdAt, updatedAt: tag.updatedAt ?? createdAt, rev: tag.rev ?? 1 })];
  }));
  return journal;
}

function knowsMore({ telegramId, handles }: ImportedChannel, known: ChannelRow): boolean {
  return (telegramId !== undefined && known.telegramId === undefined)
    || handles.some((use) => !known.handleKeys.includes(handleKey(use.name)));
}

export interface WrittenChunk {
  journal: ImportJournal;
  tally: ImportTally;
  /** What is new, for the index, with the number of the note that says so. */
  documents: Document[];
  note: number | undefined;
}

/** The annotations of one row, and the captures that they were made on. */
export async function writeChunk(
  db: Database, head: HeadIndex, entries: readonly ImportEntry[], choices: ImportChoices, now: number,
): Promise<WrittenChunk> {
  const places = await namedPlacesOf(db, head, choices.ownership, entries);
  const { rows: news, added, others } = await addNew(db, places);
  const tally: ImportTally = { added: added.length, identical: 0, kept: 0, replaced: 0, joined: 0 };
  const documents = news.flatMap((row, i) => {
    const place = added[i];
    return place ? [documentOf(row, place.entry.capture)] : [];
  });
  const changes = new Map<string, ImportJournal['annotations'][number]>(news.map(({ id, rev }) => [id, { id, rev }]));
  const taken = new Map((await db.annotations.bulkGet(others.map(({ entry }) => entry.annotation.id)))
    .flatMap((row) => (row ? [[row.id, row]] : [])));
  /** By slot: what an entry before this one of the same place has written. */
  const rows = new Map<string, AnnotationRow>();

  for (const place of await placesWithin(db, others)) {
    const fresh = freshRow(place, place.former, taken.get(place.entry.annotation.id));
    const slot = fresh.slot ?? fresh.id;
    const resident = rows.get(slot) ?? place.resident;
    if (!resident) {
      rows.set(slot, fresh);
      added.push(place);
      tally.added++;
      const before = taken.get(fresh.id);
      changes.set(fresh.id, { id: fresh.id, rev: fresh.rev, ...(before && { before }) });
    } else if (saysTheSame(place, resident)) {
      tally.identical++;
    } else {
      const resolution = choices.byId[place.entry.annotation.id] ?? choices.resolution;
      const revised = resolved(place, resident, resolution, now);
      tally[revised ? (resolution === 'theirs' ? 'replaced' : 'joined') : 'kept']++;
      if (!revised) continue;
      rows.set(slot, revised);
      const earlier = changes.get(revised.id) ?? { id: revised.id, before: resident };
      changes.set(revised.id, { ...earlier, rev: revised.rev });
    }
  }
  await db.annotations.bulkPut([...rows.values()]);
  const note = await noteChanged(db, [...changes.keys()]);
  const captures = await writeCaptures(db, places, added);
  await mergeHistories(db, places);
  // What is new here is in the file that brought it; what was changed is in none.
  await countChanges(db, tally.replaced + tally.joined, now);
  return { journal: { ...emptyJournal(), annotations: [...changes.values()], captures }, tally, documents, note };
}

/** More annotations that were deleted than this are not looked through for each row of an import. */
const maxDeleted = 250;

/**
 * Writes what is new without asking what is there: unique indexes refuse it where something stands under its id or in its
 * place. What was deleted they do not keep apart, so its posts are left to be asked about.
 */
async function addNew(
  db: Database, places: readonly NamedPlace[],
): Promise<{ rows: AnnotationRow[]; added: NamedPlace[]; others: NamedPlace[] }> {
  const deleted = await db.annotations.orderBy('deletedAt').limit(maxDeleted + 1).toArray();
  if (deleted.length > maxDeleted) return { rows: [], added: [], others: [...places] };
  const posts = new Set(deleted.map((row) => String([row.channelRef, row.postId])));
  const [asked, tried] = parted(places, ({ channelRef, entry }) => posts.has(String([channelRef, entry.annotation.postId])));
  const rows = tried.map((place) => freshRow(place, [], undefined));
  const refused = await addFree(db.annotations, rows);
  const [others, added] = parted(tried, (_, i) => refused.has(i));
  return { rows: rows.filter((_, i) => !refused.has(i)), added, others: [...asked, ...others] };
}

/** Those for which it holds, and the others. */
function parted<T>(items: readonly T[], holds: (item: T, i: number) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item, i) => !holds(item, i))];
}

/**
 * @param former deleted ones that were in its place
 * @param namesake what is stored under the entry's id
 */
function freshRow(
  { entry, author, channelRef, tags }: NamedPlace, former: readonly AnnotationRow[], namesake: AnnotationRow | undefined,
): AnnotationRow {
  if (author === undefined || channelRef === undefined) throw new Error('an import names nobody, or a channel that is not there');
  const { id, postId, captureId, target, note, createdAt, updatedAt, rev, seen } = entry.annotation;
  // Under its id something else may stand; in its place deleted ones may have stood, whose revisions it must be above.
  const isFree = namesake === undefined || former.some((row) => row.id === id);
  const above = Math.max(0, ...former.map((row) => row.rev));
  return annotationRow(whole<Annotation>({
    id: isFree ? id : crypto.randomUUID(), authorId: author, channelRef, postId, captureId, target,
    tagIds: tags.flatMap((tag) => tag.id ?? []), note, createdAt, updatedAt, rev: Math.max(rev, above + 1), deletedAt: undefined, seen,
  }));
}

/** @returns undefined when mine stays as it is: by choice, or because both together would be more than one annotation may hold */
function resolved(place: NamedPlace, resident: AnnotationRow, resolution: Resolution, now: number): AnnotationRow | undefined {
  if (resolution === 'mine') return undefined;
  const { note } = place.entry.annotation;
  const revised = { ...resident, updatedAt: now, rev: resident.rev + 1 };
  if (resolution === 'theirs') return { ...revised, note, tagIds: place.tags.flatMap((tag) => tag.id ?? []) };
  const tagIds = joinedTagIds(place, resident);
  const joined = joinBodies({ tags: [], note: resident.note }, { tags: [], note }).note;
  return tagIds.length > maxTagsPerAnnotation || joined.length > maxNoteLength ? undefined : { ...revised, note: joined, tagIds };
}

/**
 * What the added annotations were made on, and all that the file's histories hold. What is here already stays as it is.
 * @returns those that were not here before
 */
async function writeCaptures(db: Database, places: readonly NamedPlace[], added: readonly NamedPlace[]): Promise<CaptureRef[]> {
  const ofHistories = places.flatMap(({ channelRef, entry }) => (
    entry.history ? [...entry.history.versions, entry.capture].map((capture) => rowOf(capture, channelRef, entry)) : []
  ));
  const ofAdded = added.map(({ channelRef, entry }) => rowOf(entry.capture, channelRef, entry));
  const captures = [...new Map([...ofHistories, ...ofAdded].flat().map((row) => [String([row.channelRef, row.postId, row.id]), row])).values()];
  const known = await addFree(db.captures, captures);
  return captures.filter((_, i) => !known.has(i)).map((capture) => [capture.channelRef, capture.postId, capture.id]);
}

function rowOf(capture: ImportedCapture, channelRef: string | undefined, { annotation: { postId } }: ImportEntry): Capture[] {
  return channelRef === undefined ? [] : [{ ...capture, channelRef, postId }];
}
