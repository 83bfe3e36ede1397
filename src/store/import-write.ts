/** Writes an import, a row of it at a time. Each function runs in the caller's transaction. */
import { type Annotation, joinBodies, maxNoteLength } from '../model/annotation.ts';
import { joinChannels } from '../model/channel.ts';
import { handleKey } from '../model/identity.ts';
import {
  type ImportChoices, type ImportEntry, type ImportHead, type ImportTally, type ImportedChannel, type Resolution, whole,
} from '../model/import.ts';
import { maxTagsPerAnnotation } from '../model/tag.ts';
import { adoptOwnAuthor, ensureOwnAuthor, ownAuthorId } from './authors.ts';
import { countChanges } from './backup.ts';
import { channelsHere, tagsHere } from './import-names.ts';
import { type HeadIndex, type Place, joinedTagIds, placesOf, saysTheSame } from './import-places.ts';
import { type ImportJournal, emptyJournal } from './imports.ts';
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
  for (const author of head.authors) {
    // Mine under the id of another computer: there is no such author here.
    if (author.id === head.owner && ownership === 'mine' && author.id !== own) continue;
    const known = await db.authors.get(author.id);
    if (!known) journal.authors.push(author.id);
    // Others are called what they call themselves; what I am called I said here.
    await db.authors.put(author.id === own ? { ...author, ...known } : { ...known, ...author });
  }
  const [channels, tags] = await Promise.all([channelsHere(db, head.channels), tagsHere(db, head.tags)]);
  for (const [i, channel] of head.channels.entries()) {
    const known = channels[i];
    const id = known?.id ?? crypto.randomUUID();
    if (!known) journal.channels.push(id);
    if (!known) await db.channels.add(channelRow({ id, ...channel }));
    else if (knowsMore(channel, known)) await db.channels.put(channelRow(joinChannels(known, { id, ...channel })));
  }
  for (const [i, tag] of head.tags.entries()) {
    if (tags[i]) continue;
    const free = tag.id !== undefined && !(await db.tags.get(tag.id));
    const id = free && tag.id !== undefined ? tag.id : crypto.randomUUID();
    const createdAt = tag.createdAt ?? now;
    await db.tags.add(tagRow({ ...tag, id, createdAt, updatedAt: tag.updatedAt ?? createdAt, rev: tag.rev ?? 1 }));
    journal.tags.push(id);
  }
  return journal;
}

function knowsMore({ telegramId, handles }: ImportedChannel, known: ChannelRow): boolean {
  return (telegramId !== undefined && known.telegramId === undefined)
    || handles.some((use) => !known.handleKeys.includes(handleKey(use.name)));
}

/** The annotations of one row, and the captures that they were made on. */
export async function writeChunk(
  db: Database, head: HeadIndex, entries: readonly ImportEntry[], choices: ImportChoices, now: number,
): Promise<{ journal: ImportJournal; tally: ImportTally }> {
  const tally: ImportTally = { added: 0, identical: 0, kept: 0, replaced: 0, joined: 0 };
  const taken = new Map((await db.annotations.bulkGet(entries.map(({ annotation }) => annotation.id)))
    .flatMap((row) => (row ? [[row.id, row]] : [])));
  /** By slot: what an entry before this one of the same place has written. */
  const rows = new Map<string, AnnotationRow>();
  const added: Place[] = [];
  const changes = new Map<string, ImportJournal['annotations'][number]>();

  for (const place of await placesOf(db, head, choices.ownership, entries)) {
    const fresh = freshRow(place, taken.get(place.entry.annotation.id));
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
  const written = [...rows.values()];
  await db.annotations.bulkPut(written);
  await noteChanged(db, written.map(({ id }) => id));
  const captures = await writeCaptures(db, added);
  // What is new here is in the file that brought it; what was changed is in none.
  await countChanges(db, tally.replaced + tally.joined, now);
  return { journal: { ...emptyJournal(), annotations: [...changes.values()], captures }, tally };
}

/** @param namesake what is stored under the entry's id */
function freshRow({ entry, author, channelRef, tags, former }: Place, namesake: AnnotationRow | undefined): AnnotationRow {
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
function resolved(place: Place, resident: AnnotationRow, resolution: Resolution, now: number): AnnotationRow | undefined {
  if (resolution === 'mine') return undefined;
  const { note } = place.entry.annotation;
  const revised = { ...resident, updatedAt: now, rev: resident.rev + 1 };
  if (resolution === 'theirs') return { ...revised, note, tagIds: place.tags.flatMap((tag) => tag.id ?? []) };
  const tagIds = joinedTagIds(place, resident);
  const joined = joinBodies({ tags: [], note: resident.note }, { tags: [], note }).note;
  return tagIds.length > maxTagsPerAnnotation || joined.length > maxNoteLength ? undefined : { ...revised, note: joined, tagIds };
}

/** @returns those that were not here before */
async function writeCaptures(db: Database, places: readonly Place[]): Promise<CaptureRef[]> {
  const captures = new Map(places.flatMap(({ entry, channelRef }) => {
    const { postId, captureId } = entry.annotation;
    if (channelRef === undefined) return [];
    const ref: CaptureRef = [channelRef, postId, captureId];
    return [[String(ref), { ref, capture: { ...entry.capture, channelRef, postId } }] as const];
  }));
  const all = [...captures.values()];
  const known = await db.captures.bulkGet(all.map(({ ref }) => ref));
  const fresh = all.filter((_, i) => known[i] === undefined);
  await db.captures.bulkAdd(fresh.map(({ capture }) => capture));
  return fresh.map(({ ref }) => ref);
}
