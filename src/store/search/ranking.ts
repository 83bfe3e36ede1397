/** The documents of a catalogue in the order of a list. It must be that of `order.ts`. */
import type { Sort } from '../../model/query.ts';
import type { Names } from '../names.ts';
import { byChannelName } from '../../model/order.ts';
import type { Catalogue, Part } from './catalogue.ts';
import type { ListName } from './segment.ts';

/** Kept with the catalogue they belong to, and with the names: the order of channels changes with these. */
const known = new WeakMap<Catalogue, Map<Sort, { order: Uint32Array; names: Names }>>();

const lists: Record<Sort, readonly ListName[]> = {
  changed: ['updatedAt', 'tie'], created: ['createdAt'], post: ['postTime'], channel: ['channelIds', 'channel'],
};

/** Numbers of all documents, those that do not count included. */
export async function ranking(catalogue: Catalogue, sort: Sort, names: Names): Promise<Uint32Array> {
  const rankings = known.get(catalogue) ?? new Map<Sort, { order: Uint32Array; names: Names }>();
  known.set(catalogue, rankings);
  const kept = rankings.get(sort);
  if (kept && (sort !== 'channel' || kept.names === names)) return kept.order;
  await Promise.all(catalogue.parts.map(({ segment }) => segment.load(lists[sort])));
  const made = sort === 'changed' ? byChange(catalogue) : sorted(catalogue, await ranking(catalogue, sort === 'channel' ? 'post' : 'changed', names), sort, names);
  rankings.set(sort, { order: made, names });
  return made;
}

/** The last documents of each segment are those that were changed last, so that they need only be merged. */
function byChange({ parts }: Catalogue): Uint32Array {
  const heads = parts.map(({ segment, base }) => ({ base, updatedAt: segment.list('updatedAt'), tie: segment.list('tie'), next: segment.size - 1 }));
  const merged = new Uint32Array(parts.reduce((sum, { segment }) => sum + segment.size, 0));
  for (let at = 0; at < merged.length; at++) {
    let [best, bestTime, bestTie] = [heads[0], -1, -1];
    for (const head of heads) {
      if (head.next < 0) continue;
      const [time, tie] = [head.updatedAt[head.next] ?? 0, head.tie[head.next] ?? 0];
      if (time > bestTime || (time === bestTime && tie > bestTie)) [best, bestTime, bestTie] = [head, time, tie];
    }
    if (best) merged[at] = best.base + best.next--;
  }
  return merged;
}

/** Sorting is stable: those that are equal stay in the order of their changes. */
function sorted({ parts, size }: Catalogue, order: Uint32Array, sort: Exclude<Sort, 'changed'>, names: Names): Uint32Array {
  const keys = new Float64Array(size);
  for (const part of parts) keys.set(keysOf(part, sort, names), part.base);
  return order.slice().sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
}

/** What is sorted by, the largest first. */
function keysOf({ segment }: Part, sort: Exclude<Sort, 'changed'>, { channels }: Names): ArrayLike<number> {
  switch (sort) {
    case 'created': return segment.list('createdAt');
    case 'post': return segment.list('postTime');
    case 'channel': {
      const ids = [...channels.values()].sort(byChannelName).map(({ id }) => id);
      const places = new Map(ids.map((id, place) => [id, -place]));
      const ofNumber = segment.list('channelIds').map((id) => places.get(id) ?? 0);
      return Float64Array.from(segment.list('channel'), (number) => ofNumber[number] ?? 0);
    }
  }
}
