/** From counts by id to what is shown. */
import type { PostKind } from '../model/post.ts';
import { tagKey } from '../model/tag.ts';
import type { Facets, Period, TagNode } from '../model/view.ts';
import type { Names } from './names.ts';
import { byChannelName } from '../model/order.ts';

/** How many annotations there are of each. */
export interface FacetCounts {
  /** By the key of each name in the tree of tags. */
  tags: Map<string, number>;
  /** By id. */
  channels: Map<string, number>;
  authors: Map<string, number>;
  kinds: Map<PostKind, number>;
  /** By their beginning. */
  weeks: Map<number, number>;
  months: Map<number, number>;
}

export function noCounts(): FacetCounts {
  return { tags: new Map(), channels: new Map(), authors: new Map(), kinds: new Map(), weeks: new Map(), months: new Map() };
}

export function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The keys of a tag and of all above it: of `ports/quay`, `ports/quay` and `ports`. */
export function tagPath(name: string): string[] {
  const key = tagKey(name);
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index)).concat(key).filter((each) => each !== '');
}

/** An annotation counts once for a name of the tree, however many of its tags are under it. */
export function tagPaths(names: readonly string[]): Set<string> {
  return new Set(names.flatMap(tagPath));
}

export function facetsOf(counts: FacetCounts, { tags, channels, authors, own }: Names): Facets {
  return {
    tags: tagTree(counts.tags, [...tags.values()].flatMap((tag) => tag?.name ?? [])),
    channels: most(counts.channels).flatMap(([id, count]) => {
      const channel = channels.get(id);
      return channel ? [{ channel, count }] : [];
    }).sort((a, b) => b.count - a.count || byChannelName(a.channel, b.channel)),
    kinds: most(counts.kinds).map(([kind, count]) => ({ kind, count })),
    authors: most(counts.authors).flatMap(([id, count]) => {
      const author = authors.get(id);
      return author ? [{ author, mine: id === own, count }] : [];
    }),
    weeks: periods(counts.weeks),
    months: periods(counts.months),
  };
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The largest count first; of equal ones in the order of their keys, so that nothing moves without cause. */
function most<Key extends string>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].filter(([, count]) => count > 0).sort(([a, one], [b, other]) => other - one || compare(a, b));
}

function periods(counts: ReadonlyMap<number, number>): Period[] {
  return [...counts].filter(([, count]) => count > 0).map(([start, count]) => ({ start, count })).sort((a, b) => a.start - b.start);
}

/** @param names of all tags, which say how each key is spelled */
function tagTree(counts: ReadonlyMap<string, number>, names: readonly string[]): TagNode[] {
  const spelling = new Map<string, string>();
  for (const name of names) {
    // A name that is a tag of its own is spelled as that tag is; one that only others nest under, as the first of these has it.
    for (const { index } of name.matchAll(/\//g)) {
      const part = name.slice(0, index);
      if (!spelling.has(tagKey(part))) spelling.set(tagKey(part), part);
    }
  }
  for (const name of names) spelling.set(tagKey(name), name);
  const nodes = new Map(most(counts).map(([key, count]): [string, TagNode] => [key, { name: spelling.get(key) ?? key, count, children: [] }]));
  const roots: TagNode[] = [];
  for (const [key, node] of nodes) {
    const slash = key.lastIndexOf('/');
    const parent = slash > 0 ? nodes.get(key.slice(0, slash)) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
