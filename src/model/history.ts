/** What became of an annotated post: what it said each time that it passed again, and when it did not. */
import * as v from 'valibot';
import { type Capture, CaptureId } from './capture.ts';
import { Sighting } from './post.ts';

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Which content a post had. Only those of equal `canonical` and `reader` may be compared by their ids. */
export const Version = v.object({ id: CaptureId, canonical: version, reader: version });
export type Version = v.InferOutput<typeof Version>;

/** One look at a post. Without `version` it was not there, though its neighbours were. */
export const Seen = v.object({ ...Sighting.entries, version: v.exactOptional(Version) });
export type Seen = v.InferOutput<typeof Seen>;

/** So many looks are kept of a post, and of so many contents what they were: its first ones, and the latest. */
export const maxSeen = 100;
export const maxVersions = 50;

/** Looks that differ in nothing but their counts are kept so far apart, in milliseconds. */
const leastApart = 60 * 60 * 1_000;

/** `changed`: it says something else than the annotation was made on. `missing`: it was not shown at the last look. */
export const postStates = ['same', 'changed', 'missing'] as const;
export type PostState = (typeof postStates)[number];

export function versionOf({ id, canonical, reader }: Capture): Version {
  return { id, canonical, reader };
}

function sameReading(a: Version, b: Version): boolean {
  return a.canonical === b.canonical && a.reader === b.reader;
}

function sameLook(a: Seen | undefined, b: Seen | undefined): boolean {
  return a !== undefined && b !== undefined && a.version?.id === b.version?.id && a.version?.reader === b.version?.reader;
}

/**
 * What became of the post since the content `own`. When it has been read otherwise since, by a newer reader, the first
 * that this one read stands for it: that a reader got better is no change of a post.
 * @param seen looks in the order of time
 */
export function stateOf(own: Version, seen: readonly Seen[]): PostState {
  const last = seen.at(-1);
  if (!last) return 'same';
  const now = last.version;
  if (!now) return 'missing';
  if (now.id === own.id) return 'same';
  const then = sameReading(own, now) ? own : seen.find(({ version: each }) => each && sameReading(each, now))?.version;
  return then === undefined || then.id === now.id ? 'same' : 'changed';
}

/**
 * The looks at a post with one more. The first and the last of each stretch without a change stay; of what lies between,
 * what is nearest to its neighbours goes first.
 * @param seen looks in the order of time
 * @param next a later one; an earlier one changes nothing, since messages may overtake each other
 */
export function withSeen(seen: readonly Seen[], next: Seen): Seen[] {
  const last = seen.at(-1);
  if (last && next.at <= last.at) return [...seen];
  const before = seen.at(-2);
  const replacesLast = before && sameLook(before, last) && sameLook(last, next) && next.at - before.at < leastApart;
  return thinned([...(replacesLast ? seen.slice(0, -1) : seen), next]);
}

/** As many looks as are kept. @param seen in the order of time */
export function thinned(seen: readonly Seen[]): Seen[] {
  const kept = [...seen];
  while (kept.length > maxSeen) kept.splice(leastMissed(kept), 1);
  return kept;
}

/** Never the first or the last. A change is told by what stands before and after it, so that these are missed most. */
function leastMissed(seen: readonly Seen[]): number {
  let [least, at] = [Infinity, 1];
  for (let i = 1; i < seen.length - 1; i++) {
    const [before, look, after] = [seen[i - 1], seen[i], seen[i + 1]];
    if (!before || !look || !after) continue;
    const isWithin = sameLook(before, look) && sameLook(look, after);
    const missed = after.at - before.at + (isWithin ? 0 : 1e15);
    if (missed < least) [least, at] = [missed, i];
  }
  return at;
}
