import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seen, maxSeen } from '../../../src/model/history.ts';
import { unitedSeen } from '../../../src/model/united-seen.ts';
import { aSighting, minute, noon } from '../builders.ts';

const version = (name: string) => ({ id: name.repeat(64), canonical: 1, reader: 2 });
const look = (at: number, name?: string, changes: Partial<Seen> = {}): Seen => (
  { ...aSighting({ at }), ...(name !== undefined && { version: version(name) }), ...changes }
);
const every = (count: number, step: number, name: string, from = noon) => Array.from({ length: count }, (_, i) => look(from + i * step, name));

describe('two histories', () => {
  it('are one, in the order of time, each look once', () => {
    const here = [look(noon, 'a'), look(noon + 2 * minute, 'b')];
    const there = [look(noon + minute, 'a'), look(noon + 2 * minute, 'b'), look(noon + 3 * minute)];
    expect(unitedSeen(here, there)).toEqual([here[0], there[0], here[1], there[2]]);
  });

  it('keep what is here where both have a look, and both where they saw something else at one time', () => {
    const here = [look(noon, 'a', { views: '1K' })];
    expect(unitedSeen(here, [look(noon, 'a', { views: '2K' })])).toEqual(here);
    expect(unitedSeen(here, [look(noon, 'b')])).toHaveLength(2);
    expect(unitedSeen(here, [look(noon)])).toHaveLength(2);
  });

  it('are no more than is kept, and a change in them is not what is left out', () => {
    const united = unitedSeen(every(80, minute, 'a'), [...every(60, minute, 'a', noon + minute / 2), look(noon + 10.7 * minute, 'b')]);
    expect(united).toHaveLength(maxSeen);
    expect(united.filter((each) => each.version?.id.startsWith('b'))).toHaveLength(1);
  });

  it('tell of a content that was not known although as many looks are kept as may be', () => {
    const here = every(maxSeen, minute, 'a');
    expect(unitedSeen(here, [look(noon + 1, 'a')])).toEqual(here);
    const united = unitedSeen(here, [look(noon + 1, 'b')]);
    expect(united).toHaveLength(maxSeen);
    expect(united).toContainEqual(look(noon + 1, 'b'));
  });

  it('are the same when they are united again', () => {
    const anyLooks = fc.array(fc.tuple(fc.nat(300), fc.constantFrom('a', 'b', undefined)), { maxLength: 150, size: 'max' })
      .map((looks) => looks.map(([at, name]) => look(noon + at * minute, name)));
    fc.assert(fc.property(anyLooks, anyLooks, (a, b) => {
      const here = unitedSeen([], a);
      const united = unitedSeen(here, b);
      expect(united.length).toBeLessThanOrEqual(maxSeen);
      expect(unitedSeen(united, b)).toEqual(united);
      expect(united.map(({ at }) => at)).toEqual(united.map(({ at }) => at).sort((one, other) => one - other));
    }));
  });
});
