import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayFilter, tagFilter } from '../../../src/model/filters.ts';
import { placeFromParams, placeToParams } from '../../../src/model/query-address.ts';
import { noQuery, sorts } from '../../../src/model/query.ts';

const anyText = fc.string({ unit: 'grapheme' });
const anyFilter = fc.oneof(
  anyText.filter((name) => name.trim() !== '').map(tagFilter),
  fc.integer({ min: 0, max: 4_000_000_000_000 }).map((time) => dayFilter('after', time)),
  fc.constantFrom('kind:photo', 'has:note', 'by:me', 'channel:@harbour', '-tag:done'),
);

it('comes back from an address as it was', () => {
  fc.assert(fc.property(
    fc.record({ text: anyText, filters: fc.uniqueArray(anyFilter, { maxLength: 5 }), sort: fc.constantFrom(...sorts) }),
    fc.option(fc.uuid(), { nil: undefined }),
    (query, id) => {
      const place = { query, ...(id !== undefined && { id }) };
      expect(placeFromParams(placeToParams(place))).toEqual(place);
    },
  ));
});

it('bears whatever stands in an address', () => {
  fc.assert(fc.property(fc.oneof(anyText, fc.webQueryParameters()), (params) => {
    const place = placeFromParams(params);
    expect(placeFromParams(placeToParams(place))).toEqual(place);
  }));
});

it('says nothing of a query that asks for nothing', () => {
  expect(placeToParams({ query: noQuery })).toBe('');
});

it.each(['f=kind%3Anonsense', 'f=tag%3Aa+tag%3Ab', 'f=', 'sort=sideways', 'id=..%2Fx', `f=tag%3A${'x'.repeat(2_000)}`])('leaves out %s', (params) => {
  expect(placeFromParams(params)).toEqual({ query: noQuery });
});
