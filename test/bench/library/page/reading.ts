/** What goes through every row: export, rebuilding the index, and beside them no more than reading. */
import { exportJson } from '../../../../src/formats/json.ts';
import type { Capture } from '../../../../src/model/capture.ts';
import { exportSource } from '../../../../src/store/export.ts';
import type { AnnotationRow } from '../../../../src/store/schema.ts';
import { indexLock, maintainIndex } from '../../../../src/store/search/maintain.ts';
import { beginRebuild } from '../../../../src/store/search/rebuild.ts';
import { blobOf } from '../../../../src/formats/blob.ts';
import { db } from './database.ts';

export interface Timed {
  time: number;
  /** Of the file, in bytes, or of what was read, in characters. */
  size: number;
}

/** The whole file, as it is handed to the downloads. */
export async function measureExport(): Promise<Timed> {
  const began = performance.now();
  const { size } = await blobOf('application/json', exportJson(await exportSource(db), { now: Date.now(), generator: 'bench' }));
  return { time: performance.now() - began, size };
}

/** As many rows at once as the store reads. */
const batch = 500;

/** @param stringified and made JSON, all of it */
export async function measureRead(stringified: boolean): Promise<Timed> {
  const began = performance.now();
  let size = 0;
  const read = async <Row>(name: 'annotations' | 'captures', keyOf: (row: Row) => unknown) => {
    for (let last: unknown = -Infinity; ;) {
      const rows = await db.table<Row>(name).where(':id').above(last).limit(batch).toArray();
      const end = rows.at(-1);
      if (end === undefined) return;
      if (stringified) size += JSON.stringify(rows).length;
      last = keyOf(end);
    }
  };
  await read<AnnotationRow>('annotations', ({ id }) => id);
  await read<Capture>('captures', ({ channelRef, postId, id }) => [channelRef, postId, id]);
  return { time: performance.now() - began, size };
}

/** Makes the index anew, while nobody else works on it. @returns how long it takes */
export async function rebuild(): Promise<number> {
  return await navigator.locks.request(indexLock, async () => {
    const began = performance.now();
    await beginRebuild(db);
    await maintainIndex(db, Date.now());
    return performance.now() - began;
  });
}
