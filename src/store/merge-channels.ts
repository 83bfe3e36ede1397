/** Makes one channel of two rows that turned out to be the same one. Runs in the caller's transaction. */
import { Dexie, type Table } from 'dexie';
import { joinBodies } from '../model/annotation.ts';
import { type Channel, joinChannels } from '../model/channel.ts';
import { dropUnusedCaptures } from './captures.ts';
import { type AnnotationRow, type CaptureRef, type Database, type PostRef, annotationRow, captureRef } from './schema.ts';
import { noteChanged } from './search/note-changed.ts';
import { tagNames, tagsNamed } from './tags.ts';

/** Moves everything of `duplicate` to `kept`. Two annotations that meet in one slot become one with both texts. */
export async function mergeChannels(db: Database, kept: Channel, duplicate: Channel, now: number): Promise<Channel> {
  const moving = await db.annotations
    .where('[channelRef+postId]').between([duplicate.id], [duplicate.id, Dexie.maxKey]).toArray();
  const left: CaptureRef[] = [];
  const touched = moving.map(({ id }) => id);
  for (const { slot: _, ...annotation } of moving) {
    const moved = annotationRow({ ...annotation, channelRef: kept.id });
    const resident = moved.slot === undefined ? undefined : await db.annotations.get({ slot: moved.slot });
    if (resident) {
      await db.annotations.delete(moved.id);
      await db.annotations.put(await joined(db, resident, moved, now));
      left.push(captureRef(moved));
      touched.push(resident.id);
    } else {
      await db.annotations.put(moved);
    }
  }
  await noteChanged(db, touched);
  await moveRows(db.captures, kept.id, duplicate.id);
  await moveRows(db.originals, kept.id, duplicate.id);
  await moveRows(db.drafts, kept.id, duplicate.id);
  await moveHistories(db, kept.id, duplicate.id);
  await dropUnusedCaptures(db, left);
  await db.channels.delete(duplicate.id);
  return joinChannels(kept, duplicate);
}

async function joined(db: Database, resident: AnnotationRow, moved: AnnotationRow, now: number): Promise<AnnotationRow> {
  const body = joinBodies(
    { tags: await tagNames(db, resident.tagIds), note: resident.note },
    { tags: await tagNames(db, moved.tagIds), note: moved.note },
  );
  return {
    ...resident,
    note: body.note,
    tagIds: (await tagsNamed(db, body.tags, now)).map((tag) => tag.id),
    createdAt: Math.min(resident.createdAt, moved.createdAt),
    updatedAt: now,
    // Above both, so that a form that still edits either names no revision of the joined text.
    rev: Math.max(resident.rev, moved.rev) + 1,
  };
}

/** Moves the rows of a table whose primary key begins with the channel; a row already there stays. */
async function moveRows<Row extends { channelRef: string }, Key>(table: Table<Row, Key>, kept: string, duplicate: string): Promise<void> {
  const old = table.where(':id').between([duplicate], [duplicate, Dexie.maxKey]);
  const rows = await old.toArray();
  await old.delete();
  for (const row of rows) {
    await table.add({ ...row, channelRef: kept }).catch(Dexie.ConstraintError, () => undefined);
  }
}

/** Where both have looked at a post, its history has the looks of both; the next look thins them, if they are too many. */
async function moveHistories({ sightings }: Database, kept: string, duplicate: string): Promise<void> {
  const old = sightings.where(':id').between([duplicate], [duplicate, Dexie.maxKey]);
  const rows = await old.toArray();
  const residents = await sightings.bulkGet(rows.map(({ postId }): PostRef => [kept, postId]));
  await old.delete();
  await sightings.bulkPut(rows.map((row, i) => {
    const resident = residents[i];
    return { ...row, ...resident, channelRef: kept, seen: resident ? [...resident.seen, ...row.seen].sort((a, b) => a.at - b.at) : row.seen };
  }));
}
