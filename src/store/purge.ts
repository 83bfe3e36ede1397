/** What was deleted long ago goes for good. */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { Annotation } from '../model/annotation.ts';
import { keptSince } from '../model/deleted.ts';
import { dropUnusedCaptures } from './captures.ts';
import { type Database, captureRef } from './schema.ts';

const batchSize = 500;

/** What leads from an annotation to what it used. A row that is damaged elsewhere may have it still. */
const Uses = v.pick(Annotation, ['channelRef', 'postId', 'captureId']);

/**
 * Erases what was deleted more than 30 days ago, with the captures, originals, histories and channels that nothing uses then.
 * Costs one look at an index when nothing is due.
 */
export async function purgeDeleted(db: Database, now: number): Promise<void> {
  const due = () => db.annotations.where('deletedAt').below(keptSince(now)).limit(batchSize);
  if (await due().count() === 0) return;
  await db.transaction('rw', [db.annotations, db.captures, db.originals, db.sightings, db.channels, db.drafts], async () => {
    for (let rows = await due().toArray(); rows.length > 0; rows = await due().toArray()) {
      await db.annotations.bulkDelete(rows.map((row) => row.id));
      const used = rows.flatMap((row) => {
        const uses = v.safeParse(Uses, row);
        return uses.success ? [uses.output] : [];
      });
      await dropUnusedCaptures(db, used.map(captureRef));
      await dropUnusedChannels(db, [...new Set(used.map((each) => each.channelRef))]);
    }
  });
}

async function dropUnusedChannels(db: Database, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const annotations = await db.annotations.where('[channelRef+postId]').between([id], [id, Dexie.maxKey]).limit(1).count();
    const drafts = await db.drafts.where(':id').between([id], [id, Dexie.maxKey]).limit(1).count();
    if (annotations + drafts === 0) await db.channels.delete(id);
  }
}
