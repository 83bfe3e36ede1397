import { expect, it } from 'vitest';
import { formatAddress, parseAddress, views } from '../../../src/library/address.ts';
import { guide } from '../../../src/library/guide.ts';

it.each(views)('the view %s has an address of its own', (view) => {
  expect(formatAddress(parseAddress(`#${view}`))).toBe(`#${view}`);
});

it('an address that means nothing is the list', () => {
  expect(parseAddress('#elsewhere').view).toBe('annotations');
});

it('the guide leads to each view but itself, the import and what was deleted', () => {
  const led = new Set(guide.flatMap(({ view }) => view ?? []));
  expect(views.filter((view) => !led.has(view))).toEqual(['deleted', 'guide', 'import']);
});
