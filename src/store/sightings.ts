/** Keeps what annotated posts say when a reader passes them again. Posts that nobody annotated leave no trace. */
import { Dexie } from 'dexie';
import { canonicalVersion, captureContent, captureId } from '../model/capture.ts';
import { type Seen, type Version, maxVersions, stateOf, versionOf, withSeen } from '../model/history.ts';
import type { PostKey, Sighting } from '../model/post.ts';
import type { AnnotationView } from '../model/view.ts';
import { addFree } from './add-free.ts';
import type { OfferedPost } from './annotations.ts';
import { findChannels } from './channels.ts';
import { gzipOriginal } from './originals.ts';
import { rowsOfPosts } from './posts.ts';
import { type AnnotationRow, type Database, type PostRef, captureRef } from './schema.ts';
import { ownVersions, sightingsRow } from './sightings-row.ts';

/** A post as it stands on a page now. */
export interface Look {
  key: PostKey;
  version: Version;
  sighting: Sighting;
}

/** Numbers between two neighbours on a page, both included, of which it shows no post. */
export interface Gap {
  handle: string;
  telegramId?: number;
  from: number;
  to: number;
}

export interface Recorded {
  /** Positions of the looks whose content is not kept yet: it must be given whole. */
  wanted: number[];
  /** Whether any post became the same, changed or missing. */
  changed: boolean;
}

const tables = (db: Database) => [db.sightings, db.annotations, db.captures, db.originals];

/** Records the looks at those posts that are annotated. */
export async function recordLooks(db: Database, looks: readonly Look[]): Promise<Recorded> {
  const rows = await rowsOfPosts(db, looks.map(({ key }) => key));
  return db.transaction('rw', tables(db), async () => {
    const recorded: Recorded = { wanted: [], changed: false };
    for (const [i, { key, version, sighting }] of looks.entries()) {
      for (const place of placesOf(await comparable(db, key, rows[i] ?? []))) {
        if (!(await db.captures.get([...place, version.id]))) recorded.wanted.push(i);
        else if (await addLook(db, place, { ...sighting, version })) recorded.changed = true;
      }
    }
    recorded.wanted = [...new Set(recorded.wanted)];
    return recorded;
  });
}

/**
 * Keeps a content that an annotated post has not had before.
 * @returns whether it became the same, changed or missing by it
 */
export async function recordContent(db: Database, { post, sighting, reader, html }: OfferedPost): Promise<boolean> {
  const content = captureContent(post);
  const [id, gzip, [rows = []]] = await Promise.all([
    captureId(content), html === undefined ? undefined : gzipOriginal(html), rowsOfPosts(db, [post]),
  ]);
  const version: Version = { id, canonical: canonicalVersion, reader };
  return db.transaction('rw', tables(db), async () => {
    let changed = false;
    for (const [channelRef, postId] of placesOf(await comparable(db, post, rows))) {
      await addFree(db.captures, [{ ...version, channelRef, postId, at: sighting.at, content }]);
      if (gzip) await db.originals.put({ channelRef, postId, id, gzip });
      if (await addLook(db, [channelRef, postId], { ...sighting, version })) changed = true;
    }
    return changed;
  });
}

/**
 * Records of annotated posts that they were not shown, though their neighbours were.
 * @returns whether this was news of any
 */
export async function recordGaps(db: Database, gaps: readonly Gap[], sighting: Sighting): Promise<boolean> {
  const channels = await findChannels(db, gaps);
  return db.transaction('rw', tables(db), async () => {
    let changed = false;
    for (const [i, { from, to }] of gaps.entries()) {
      const channelRef = channels[i]?.id;
      if (channelRef === undefined) continue;
      const rows = await db.annotations.where('[channelRef+postId]').between([channelRef, from], [channelRef, to], true, true).toArray();
      for (const place of placesOf(rows.filter((row) => row.deletedAt === undefined))) {
        if (await addLook(db, place, sighting)) changed = true;
      }
    }
    return changed;
  });
}

/**
 * One picture of an album, where it is shown alone (`?single`), says less than the album, and neither says that the other
 * changed.
 */
async function comparable(db: Database, { memberIds }: PostKey, rows: readonly AnnotationRow[]): Promise<AnnotationRow[]> {
  const captures = await db.captures.bulkGet(rows.map(captureRef));
  return rows.filter((_, i) => (captures[i]?.content.memberIds === undefined) === (memberIds === undefined));
}

/** Where the annotations of one post stand: of an album, on several of its members perhaps. */
function placesOf(rows: readonly AnnotationRow[]): PostRef[] {
  return [...new Map(rows.map(({ channelRef, postId }) => [`${channelRef} ${postId}`, [channelRef, postId] as PostRef])).values()];
}

/**
 * @returns whether an annotation of the post is to be drawn otherwise; of a look that was added before, whether it was to be
 *   then. Runs in the caller's transaction
 */
async function addLook(db: Database, place: PostRef, look: Seen): Promise<boolean> {
  const [channelRef, postId] = place;
  const { seen } = await db.sightings.get(place) ?? { seen: [] };
  const next = withSeen(seen, look);
  const owns = (await ownVersions(db, [place])).get(String(place)) ?? [];
  const before = seen.filter(({ at }) => at < look.at);
  await forgetBeyondLimit(db, place, next);
  await db.sightings.put(sightingsRow({ channelRef, postId, seen: next }, owns));
  return owns.some((own) => stateOf(own, before) !== stateOf(own, next));
}

/** What a page can make us keep has an end: of the contents that no annotation was made on, the first stay, and the latest. */
async function forgetBeyondLimit(db: Database, place: PostRef, seen: readonly Seen[]): Promise<void> {
  const ofPost = db.captures.where(':id').between([...place, Dexie.minKey], [...place, Dexie.maxKey]);
  if (await ofPost.count() <= maxVersions) return;
  const kept = await ofPost.toArray();
  const rows = await db.annotations.where('[channelRef+postId]').equals(place).toArray();
  const stay = new Set([...rows.map(({ captureId: id }) => id), seen.at(-1)?.version?.id]);
  const go = kept.filter(({ id }) => !stay.has(id)).sort((a, b) => a.at - b.at).slice(maxVersions - kept.length);
  const refs = go.map(({ id }) => [...place, id] as [string, number, string]);
  await Promise.all([db.captures.bulkDelete(refs), db.originals.bulkDelete(refs)]);
}

/** Those annotations whose post says something else than they were made on. */
export async function changedSince(db: Database, views: readonly AnnotationView[]): Promise<ReadonlySet<AnnotationView>> {
  const rows = await db.sightings.bulkGet(views.map(({ annotation: { channelRef, postId } }): PostRef => [channelRef, postId]));
  return new Set(views.filter(({ capture }, i) => stateOf(versionOf(capture), rows[i]?.seen ?? []) === 'changed'));
}
