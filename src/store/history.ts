/** What became of annotated posts: read for the library, which alone shows it. */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Annotation } from '../model/annotation.ts';
import { Capture } from '../model/capture.ts';
import { type PostState, Seen, stateOf, versionOf, withSeen } from '../model/history.ts';
import type { AnnotationView } from '../model/view.ts';
import { rowsWith } from './rows-with.ts';
import { type AnnotationRow, type Database, type PostRef, SightingsRow } from './schema.ts';
import { viewsOf } from './views.ts';

/** A content that the post had, as it is kept. */
export interface KeptVersion {
  capture: Capture;
  /** Times of this device. */
  firstSeen: number;
  lastSeen: number;
  /** Telegram's clock at the first look that the page told it to. */
  serverTime?: number;
}

export interface PostHistory {
  /** The one that was seen first comes first. */
  versions: KeptVersion[];
  /** All looks at the post, in the order of time; that at which it was annotated is one of them. */
  seen: Seen[];
  /** What they say of this annotation. */
  state: PostState;
}

/** An annotation whose post says something else by now, or was not shown at the last look. */
export interface ChangedPost {
  view: AnnotationView;
  state: Exclude<PostState, 'same'>;
  /** The last look at it. */
  at: number;
  /** What it said then; absent when it was not shown, or that is not kept. */
  now?: Capture;
}

export interface ChangedPosts {
  /** The one looked at last comes first. */
  changes: ChangedPost[];
  /** Whether there are more than were asked for. */
  more: boolean;
}

/** Everything that is known of the post of an annotation. What cannot be read is reported on the console and left out. */
export async function readHistory(db: Database, annotation: Annotation): Promise<PostHistory> {
  const { channelRef, postId, captureId } = annotation;
  const [row, captureRows, annotations] = await Promise.all([
    db.sightings.get([channelRef, postId]), capturesOf(db, [channelRef, postId]), rowsWith(db.annotations, '[channelRef+postId]', [[channelRef, postId]]),
  ]);
  const captures = captureRows.flatMap((each) => parsed(Capture, each));
  const later = looksIn(row);
  const seen = withAnnotating(later, annotations, captures);
  const own = captures.find(({ id }) => id === captureId);
  return {
    versions: captures.map((capture) => keptVersion(capture, seen)).sort((a, b) => a.firstSeen - b.firstSeen),
    seen,
    state: own ? stateOf(versionOf(own), later) : 'same',
  };
}

/** @param limit of posts; each may have several annotations */
export async function changedPosts(db: Database, limit: number): Promise<ChangedPosts> {
  const rows = await db.sightings.orderBy('notable').reverse().limit(limit + 1).toArray();
  const shown = rows.slice(0, limit).flatMap((row) => parsed(SightingsRow, row));
  const places = shown.map(({ channelRef, postId }): PostRef => [channelRef, postId]);
  const annotations = await rowsWith(db.annotations, '[channelRef+postId]', places);
  const views = new Map<string, AnnotationView[]>();
  for (const view of await viewsOf(db, annotations.filter(({ deletedAt }) => deletedAt === undefined))) {
    const place = String([view.annotation.channelRef, view.annotation.postId]);
    views.set(place, [...views.get(place) ?? [], view]);
  }
  const latest = await db.captures.bulkGet(shown.map(({ channelRef, postId, seen }) => [channelRef, postId, seen.at(-1)?.version?.id ?? '']));
  const changes = shown.flatMap(({ channelRef, postId, seen }, i) => {
    const now = latest[i] === undefined ? undefined : parsed(Capture, latest[i])[0];
    return (views.get(String([channelRef, postId])) ?? []).flatMap((view): ChangedPost[] => {
      const state = stateOf(versionOf(view.capture), seen);
      return state === 'same' ? [] : [{ view, state, at: seen.at(-1)?.at ?? 0, ...(now && { now }) }];
    });
  });
  return { changes, more: rows.length > limit };
}

export function looksIn(row: SightingsRow | undefined): Seen[] {
  return row === undefined ? [] : parsed(SightingsRow, row).flatMap(({ seen }) => seen);
}

/** Rows of all that was kept of a post. */
export function capturesOf(db: Database, [channelRef, postId]: PostRef): PromiseLike<Capture[]> {
  return db.captures.where('[channelRef+postId+id]').between([channelRef, postId, Dexie.minKey], [channelRef, postId, Dexie.maxKey]).toArray();
}

/** The looks with those at which the post was annotated, which stand in the annotations. */
export function withAnnotating(
  seen: readonly Seen[], annotations: readonly AnnotationRow[], captures: readonly Capture[],
): Seen[] {
  const own = annotations.flatMap(({ captureId, seen: look }) => {
    const capture = captures.find(({ id }) => id === captureId);
    const { success, output } = v.safeParse(Seen, capture && { ...look, version: versionOf(capture) });
    return success ? [output] : [];
  });
  return [...own, ...seen].sort((a, b) => a.at - b.at).reduce(withSeen, new Array<Seen>());
}

function keptVersion(capture: Capture, seen: readonly Seen[]): KeptVersion {
  const looks = seen.filter(({ version }) => version?.id === capture.id);
  const times = looks.map(({ at }) => at);
  const serverTime = looks.find((look) => look.serverTime !== undefined)?.serverTime;
  return {
    capture, firstSeen: Math.min(capture.at, ...times), lastSeen: Math.max(capture.at, ...times),
    ...(serverTime !== undefined && { serverTime }),
  };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, row: { channelRef: string; postId: number }): [v.InferOutput<Schema>] | [] {
  const { success, output, issues } = v.safeParse(schema, row);
  if (success) return [output];
  console.error('Postil: unreadable history', row.channelRef, row.postId, issues[0].message);
  return [];
}
