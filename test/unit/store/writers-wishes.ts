/** What writers may want to do, and what of it at once. */
import * as fc from 'fast-check';
import { type Target, targetKey } from '../../../src/model/annotation.ts';

const words: Target = { kind: 'quote', exact: 'Tulips', prefix: '', suffix: ' are in bloom.', start: 0, end: 6 };
export const targets = new Map<string, { postId: number; target: Target }>(
  [{ postId: 1, target: { kind: 'post' } as const }, { postId: 1, target: words }, { postId: 2, target: { kind: 'post' } as const }, { postId: 3, target: { kind: 'post' } as const }]
    .map(({ postId, target }) => [placeOf(postId, target), { postId, target }]),
);
export const places = [...targets.keys()];

export function placeOf(postId: number, target: Target): string {
  return `${postId} ${targetKey(target)}`;
}

export const writers = ['tab', 'other tab', 'popup', 'library', 'other library'] as const;
export type Writer = (typeof writers)[number];

const tagNames = ['a', 'A', 'a/b', 'сад'];
const anyNames = fc.subarray(tagNames.filter((name) => name !== 'A'), { maxLength: 2 });
const onNotes = ['look', 'save', 'save', 'save', 'save', 'delete', 'delete', 'restore', 'restore'] as const;
export const onTags = ['see tags', 'rename', 'rename', 'remove tag', 'undo tags', 'undo tags'] as const;
export const onMany = ['retag', 'retag', 'delete many', 'undo many', 'undo many'] as const;
export const isOneOf = (kinds: readonly string[], kind: string) => kinds.includes(kind);
export const aWish = fc.record({
  // Shrinks to what changes nothing.
  kind: fc.constantFrom('look' as const, ...onNotes, ...onNotes, ...onTags, ...onMany, 'index' as const),
  writer: fc.constantFrom(...writers),
  place: fc.constantFrom(...places),
  /** A text of its own, alone or under what is on screen; or one that others write, too. */
  note: fc.constantFrom('own', 'own', 'added', '', 'one'),
  tags: anyNames,
  others: anyNames,
  name: fc.constantFrom(...tagNames),
  /** Together with what comes before. */
  atOnce: fc.constantFrom(true, true, false),
  isSentTwice: fc.constantFrom(false, false, false, true),
}).map((wish) => (
  // Only libraries do these.
  isOneOf([...onTags, ...onMany], wish.kind) && wish.writer !== 'library' ? { ...wish, writer: 'other library' as const } : wish
));
export type Wish = typeof aWish extends fc.Arbitrary<infer T> ? T : never;

/** At most four at once; of long steps one, as their locks have it. */
export function inWaves(wishes: readonly Wish[]): Wish[][] {
  const waves: Wish[][] = [];
  const isLong = ({ kind }: Wish) => isOneOf(['index', ...onMany], kind);
  for (const wish of wishes) {
    const last = waves.at(-1);
    if (wish.atOnce && last && last.length < 4 && !(isLong(wish) && last.some(isLong))) last.push(wish);
    else waves.push([wish]);
  }
  return waves;
}
