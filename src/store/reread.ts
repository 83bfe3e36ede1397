/**
 * What is kept of posts' HTML, read again by a reader that is newer than the one that read it then. What it sees belongs to
 * the time at which the HTML was kept: with it, what a post said then can be compared with what this reader sees now.
 */
import * as v from 'valibot';
import { type Capture, canonicalVersion, captureContent, captureId } from '../model/capture.ts';
import type { Seen } from '../model/history.ts';
import { Post } from '../model/post.ts';
import { unitedSeen } from '../model/united-seen.ts';
import { addFree } from './add-free.ts';
import { storedLooks } from './histories.ts';
import { ownVersions, sightingsRow } from './sightings-row.ts';
import { unzipped } from './kept-originals.ts';
import { rowsWith } from './rows-with.ts';
import type { AnnotationRow, CaptureRef, Database, PostRef } from './schema.ts';

/** Each may be some hundred kilobytes. */
const batchSize = 20;

/** Version `version` of the code that reads pages. */
export interface PostReader {
  version: number;
  /** Gives what it sees in a post's HTML, which is somebody else's; undefined when it sees none. */
  read: (html: string) => unknown;
}

/** Of all originals, `reread` were read again, and `otherwise` of these said something else than before. */
export interface Reread {
  originals: number;
  reread: number;
  otherwise: number;
  /** Needed it, and could not be read. */
  unreadable: number;
}

export interface RereadOptions {
  signal: AbortSignal;
  /** Told after each batch, which is there to stay then. */
  onProgress: (done: number, total: number) => void;
}

/** A batch is one transaction. Those that this reader has read stay out of it, so that it may be done again at any time. */
export async function rereadOriginals(db: Database, reader: PostReader, { signal, onProgress }: RereadOptions): Promise<Reread> {
  const total = await db.originals.count();
  const sum: Reread = { originals: 0, reread: 0, otherwise: 0, unreadable: 0 };
  for (let last: CaptureRef | undefined; !signal.aborted;) {
    const all = last === undefined ? db.originals.orderBy(':id') : db.originals.where(':id').above(last);
    const refs: CaptureRef[] = await all.limit(batchSize).primaryKeys();
    if (refs.length === 0) break;
    last = refs.at(-1);
    const due = await dueOf(db, refs, reader.version);
    const readings = await Promise.all(due.map((capture) => readingOf(db, capture, reader)));
    const read = readings.filter((reading) => reading !== undefined);
    if (read.length > 0) await write(db, read);
    sum.originals += refs.length;
    sum.reread += read.length;
    sum.otherwise += read.filter(({ before, capture }) => before.id !== capture.id).length;
    sum.unreadable += due.length - read.length;
    onProgress(sum.originals, Math.max(total, sum.originals));
  }
  return sum;
}

/** What an older reader read, and this one has not. */
async function dueOf(db: Database, refs: readonly CaptureRef[], version: number): Promise<Capture[]> {
  const [captures, rows] = await Promise.all([db.captures.bulkGet([...refs]), db.sightings.bulkGet(refs.map(postOf))]);
  return captures.filter((capture, i) => (
    capture !== undefined && capture.reader < version
      && !(rows[i] && storedLooks(rows[i]).some((look) => look.at === capture.at && look.version?.reader === version))
  )).filter((capture) => capture !== undefined);
}

function postOf([channelRef, postId]: CaptureRef): PostRef {
  return [channelRef, postId];
}

interface Reading {
  before: Capture;
  capture: Capture;
}

async function readingOf(db: Database, before: Capture, reader: PostReader): Promise<Reading | undefined> {
  const { channelRef, postId, at } = before;
  const original = await unzipped(await db.originals.get([channelRef, postId, before.id]));
  const { success, output: post } = v.safeParse(Post, original && reader.read(original.html));
  if (!success || ![post.postId, ...post.memberIds ?? []].includes(postId)) return undefined;
  const content = captureContent(post);
  return {
    before, capture: { id: await captureId(content), channelRef, postId, canonical: canonicalVersion, reader: reader.version, at, content },
  };
}

async function write(db: Database, readings: readonly Reading[]): Promise<void> {
  await db.transaction('rw', [db.captures, db.sightings, db.annotations], async () => {
    const posts = [...new Map(readings.map(({ before }) => [String(placeOf(before)), placeOf(before)])).values()];
    const annotations = await rowsWith(db.annotations, '[channelRef+postId]', posts);
    const rows = await db.sightings.bulkGet(posts);
    const owns = await ownVersions(db, posts);
    for (const [i, post] of posts.entries()) {
      const seen = rows[i] ? storedLooks(rows[i]) : [];
      const ofPost = readings.filter(({ before }) => String(placeOf(before)) === String(post));
      const looks = ofPost.flatMap(({ before, capture }): [Capture, Seen][] => {
        const circumstances = circumstancesOf(before, seen, annotations);
        const { id, canonical, reader, at } = capture;
        return circumstances ? [[capture, { ...circumstances, at, version: { id, canonical, reader } }]] : [];
      });
      if (looks.length === 0) continue;
      await addFree(db.captures, looks.map(([capture]) => capture));
      const [channelRef, postId] = post;
      const united = unitedSeen(seen, looks.map(([, look]) => look));
      await db.sightings.put(sightingsRow({ channelRef, postId, seen: united }, owns.get(String(post)) ?? []));
    }
  });
}

function placeOf({ channelRef, postId }: Capture): PostRef {
  return [channelRef, postId];
}

/** Where the post was seen when this was read: at an annotation, or at a look since. Undefined: the annotation has gone meanwhile. */
function circumstancesOf(before: Capture, seen: readonly Seen[], annotations: readonly AnnotationRow[]): Omit<Seen, 'version'> | undefined {
  const isHere = (row: AnnotationRow) => row.channelRef === before.channelRef && row.postId === before.postId;
  const annotation = annotations.find((row) => isHere(row) && (row.captureId === before.id || row.seen.at === before.at));
  if (annotation) {
    const { app: _, ...sighting } = annotation.seen;
    return sighting;
  }
  const look = seen.find(({ at }) => at === before.at);
  if (!look) return undefined;
  const { version: _, ...sighting } = look;
  return sighting;
}
