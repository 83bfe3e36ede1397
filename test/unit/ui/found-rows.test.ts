import { expect, it } from 'vitest';
import { noQuery } from '../../../src/model/query.ts';
import { type FoundRows, withStretch } from '../../../src/ui/found-rows.ts';
import { aView, anAnnotation } from '../builders.ts';

const views = (ids: string) => [...ids].map((id) => aView({ annotation: anAnnotation({ id }) }));
const stretch = (offset: number, ids: string, total = 26) => ({ query: noQuery, offset, found: { views: views(ids), total } });
const shown = (found: FoundRows) => [...found.rows].sort(([a], [b]) => a - b).map(([place, view]) => `${place}${view.annotation.id}`).join(' ');

it('keeps what is known when more of the same list comes', () => {
  const first = withStretch(undefined, stretch(0, 'abc'));
  expect(shown(withStretch(first, stretch(2, 'cde')))).toBe('0a 1b 2c 3d 4e');
});

it.each([
  ['a row came before them', stretch(2, 'bcd')],
  ['one changed places', stretch(1, 'cb')],
  ['one is now where nobody had looked', stretch(10, 'xa')],
  ['there are more of them', stretch(2, 'cde', 27)],
])('forgets what may have moved when %s', (_, next) => {
  const first = withStretch(undefined, stretch(0, 'abc'));
  const { rows } = withStretch(first, next);
  expect(rows.size).toBe(next.found.views.length);
});

it('forgets all of another list, and what is far away', () => {
  const first = withStretch(undefined, stretch(0, 'abc', 2_000));
  expect(shown(withStretch(first, { ...stretch(0, 'x'), query: { ...noQuery, text: 'x' } }))).toBe('0x');
  expect(shown(withStretch(first, stretch(1_000, 'xy', 2_000)))).toBe('1000x 1001y');
});
