import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seen, type Version, maxSeen, stateOf, withSeen } from '../../../src/model/history.ts';
import { aSighting, day, minute, noon } from '../builders.ts';

function version(letter: string, reader = 2): Version {
  return { id: letter.repeat(64), canonical: 1, reader };
}

function look(at: number, ...of: Version[]): Seen {
  const [shown] = of;
  return { ...aSighting({ at }), ...(shown && { version: shown }) };
}

describe('what became of a post', () => {
  const own = version('a');

  it('is not known before the first look', () => {
    expect(stateOf(own, [])).toBe('same');
  });

  it('is told by the last look', () => {
    expect(stateOf(own, [look(1, own)])).toBe('same');
    expect(stateOf(own, [look(1, own), look(2, version('b'))])).toBe('changed');
    expect(stateOf(own, [look(1, own), look(2, version('b')), look(3, own)])).toBe('same');
    expect(stateOf(own, [look(1, own), look(2)])).toBe('missing');
    expect(stateOf(own, [look(1), look(2, own)])).toBe('same');
  });

  it('is no change when only the reader is another', () => {
    const anew = version('b', 3);
    expect(stateOf(own, [look(1, own), look(2, anew)])).toBe('same');
    expect(stateOf(own, [look(1, own), look(2, anew), look(3, anew)])).toBe('same');
  });

  it('is a change when what the new reader read first is another by now', () => {
    expect(stateOf(own, [look(1, own), look(2, version('b', 3)), look(3, version('c', 3))])).toBe('changed');
  });

  it('is no change when another reader read the same', () => {
    expect(stateOf(own, [look(1, version('b')), look(2, { ...own, reader: 3 })])).toBe('same');
  });
});

describe('one more look', () => {
  const own = version('a');

  it('takes the place of the last when nothing happened within the hour', () => {
    const seen = [0, 10, 20, 30].reduce<Seen[]>((all, minutes) => withSeen(all, look(noon + minutes * minute, own)), []);
    expect(seen.map(({ at }) => (at - noon) / minute)).toEqual([0, 30]);
  });

  it('is kept beside the last when it says something else', () => {
    const seen = [version('a'), version('b'), version('a')].reduce<Seen[]>((all, each, i) => withSeen(all, look(noon + i * minute, each)), []);
    expect(seen.map((each) => each.version?.id[0])).toEqual(['a', 'b', 'a']);
  });

  it('is no look when it comes late or twice', () => {
    const seen = [look(noon, own)];
    expect(withSeen(seen, look(noon, version('b')))).toEqual(seen);
    expect(withSeen(seen, look(noon - 1, version('b')))).toEqual(seen);
  });

  it('leaves the first, the last and every change, and no more than there is room for', () => {
    fc.assert(fc.property(fc.array(fc.record({ letter: fc.constantFrom('a', 'a', 'a', 'b', undefined), hours: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 250 }), (steps) => {
      let at = noon;
      const all = steps.map(({ letter, hours }) => {
        at += hours * 60 * minute;
        return look(at, ...(letter === undefined ? [] : [version(letter)]));
      });
      const seen = all.reduce<Seen[]>(withSeen, []);
      expect(seen.length).toBeLessThanOrEqual(maxSeen);
      expect(seen[0]).toEqual(all[0]);
      expect(seen.at(-1)).toEqual(all.at(-1));
      const changes = (of: readonly Seen[]) => of.map((each) => each.version?.id[0]).filter((letter, i, letters) => i === 0 || letter !== letters[i - 1]);
      if (changes(all).length <= maxSeen / 2) expect(changes(seen)).toEqual(changes(all));
    }));
  });

  it('thins out what lies close together', () => {
    const seen = Array.from({ length: 400 }, (_, i) => look(noon + i * day, own)).reduce<Seen[]>(withSeen, []);
    expect(seen).toHaveLength(maxSeen);
    const apart = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? 0));
    expect(Math.max(...apart)).toBeLessThan(40 * day);
  });
});
