import { describe, expect, it } from 'vitest';
import { type Selection, anchoredAt, between, nothingSelected, selectedIds, stretchedTo, toggled, withAll } from '../../../src/library/selection.ts';

const list = ['a', 'b', 'c', 'd', 'e', 'f'];

const ids = (selection: Selection) => [...selectedIds(selection)].sort().join('');
const stretched = (selection: Selection, head: string) => stretchedTo(selection, head, between(list, selection.anchor ?? head, head));

describe('a selection', () => {
  it('takes and leaves single ones', () => {
    const two = toggled(toggled(nothingSelected, 'b'), 'e');
    expect(ids(two)).toBe('be');
    expect(ids(toggled(two, 'b'))).toBe('e');
  });

  it('is stretched from the one selected last, in either direction, and drawn back again', () => {
    const from = toggled(toggled(nothingSelected, 'a'), 'd');
    expect(ids(stretched(from, 'f'))).toBe('adef');
    expect(ids(stretched(stretched(from, 'f'), 'e'))).toBe('ade');
    expect(ids(stretched(stretched(from, 'f'), 'b'))).toBe('abcd');
  });

  it('keeps a stretch when another one begins elsewhere', () => {
    const first = stretched(toggled(nothingSelected, 'a'), 'b');
    expect(ids(stretched(anchoredAt(first, 'e'), 'f'))).toBe('abef');
  });

  it('lets go of one in the middle of a stretch', () => {
    expect(ids(toggled(stretched(toggled(nothingSelected, 'a'), 'c'), 'b'))).toBe('ac');
  });

  it('takes all that is found beside what is selected', () => {
    expect(ids(withAll(toggled(nothingSelected, 'x'), list))).toBe('abcdefx');
  });

  it('changes nothing of the one it came from', () => {
    const before = toggled(nothingSelected, 'a');
    toggled(before, 'b');
    withAll(before, list);
    expect(ids(before)).toBe('a');
    expect(ids(nothingSelected)).toBe('');
  });
});

it('of rows that are found no more, nothing stands between', () => {
  expect(between(list, 'gone', 'c')).toEqual(['c']);
  expect(between(list, 'c', 'c')).toEqual(['c']);
  expect(between([], 'a', 'b')).toEqual(['b']);
});
