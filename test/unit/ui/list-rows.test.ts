import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparison } from '../../../src/model/order.ts';
import { noQuery } from '../../../src/model/query.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { ListRows } from '../../../src/ui/list-rows.ts';
import { aView, anAnnotation } from '../builders.ts';

const view = (number: number) => aView({ annotation: anAnnotation({ id: `a${number}`, updatedAt: 1_000 - number }) });
const found = (numbers: readonly number[], from = 0, total = numbers.length) => (
  { query: noQuery, total, rows: new Map(numbers.map((number, i) => [from + i, view(number)] as const)) }
);
const shown = (rows: ListRows) => Array.from({ length: rows.count }, (_, i) => rows.at(i)?.annotation.id ?? '?').join(' ');
const kept = (number: number, place: number) => ({ view: view(number), place });

it('shows what was found', () => {
  expect(shown(new ListRows(found([1, 2], 1, 4), [], 100))).toBe('? a1 a2 ?');
  expect(new ListRows(found([1, 2, 3]), [], 2).count).toBe(2);
});

it('keeps a row in its place that is found no more, and one that is found elsewhere now', () => {
  expect(shown(new ListRows(found([1, 3, 4]), [kept(2, 1)], 100))).toBe('a1 a2 a3 a4');
  const moved = { ...found([1, 2, 4]), rows: new Map([[0, { ...view(3), annotation: { ...view(3).annotation, updatedAt: 2_000 } }], [1, view(1)], [2, view(2)], [3, view(4)]] as const), total: 4 };
  expect(shown(new ListRows(moved, [kept(3, 2)], 100))).toBe('a1 a2 a3 a4');
});

it('keeps a row about where it was when its neighbours are not known', () => {
  expect(shown(new ListRows(found([1, 2], 0, 5), [kept(40, 4)], 100))).toBe('a1 a2 ? ? a40 ?');
});

it('counts and finds every row once, whatever is known and kept', () => {
  const numbers = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
  fc.assert(fc.property(numbers, numbers, fc.nat(40), (there, staying, place) => {
    const order = comparison(noQuery.sort);
    const sorted = [...there].sort((a, b) => order(view(a), view(b)));
    const rows = new ListRows(found(sorted), staying.map((number) => kept(number, place)), 1_000);
    const all = Array.from({ length: rows.count }, (_, i) => rows.at(i)).filter((each): each is AnnotationView => each !== undefined);
    expect(all.map(({ annotation }) => annotation.id).sort()).toEqual([...new Set([...there, ...staying])].map((number) => `a${number}`).sort());
    all.forEach(({ annotation: { id } }, i) => expect(rows.indexOf(id)).toBe(i));
    all.forEach((each, i) => expect(i === 0 || order(all[i - 1] ?? each, each) < 0).toBe(true));
  }));
});
