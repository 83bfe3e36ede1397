import { beforeEach, expect, it, vi } from 'vitest';
import { authorFilter, channelFilter, tagFilter, withFilter, withPeriod } from '../../../src/model/filters.ts';
import type { Facets } from '../../../src/model/view.ts';
import messages from '../../../public/_locales/en/messages.json';
import { aChannel } from '../builders.ts';

vi.mock('../../../src/webext/i18n.ts', () => ({
  message: (key: keyof typeof messages, ...values: string[]) => messages[key].message.replace(/\$(\d)/g, (_, i: string) => values[Number(i) - 1] ?? ''),
  direction: () => 'ltr',
}));

let filterWords: (filter: string, facets: Facets | undefined) => string;
beforeEach(async () => {
  ({ filterWords } = await import('../../../src/ui/filter-words.ts'));
});

const channel = aChannel();
const facets: Facets = {
  tags: [], channels: [{ channel, count: 2 }], kinds: [], weeks: [], months: [],
  authors: [{ author: { id: 'me-1' }, mine: true, count: 1 }, { author: { id: 'ann-1', name: 'Ann' }, mine: false, count: 1 }],
};

it.each([
  [tagFilter('ports/low "tide" \\o/'), 'tag ports/low "tide" \\o/'],
  [channelFilter(channel), 'channel Garden'],
  ['channel:@unknown', 'channel @unknown'],
  [authorFilter({ id: 'ann-1' }), 'by Ann'],
  ['by:me', 'by you'],
  ['kind:photo', 'Photo'],
  ['has:note', 'with note'],
  ['after:2026-03-02', 'from Mar 2, 2026'],
  ['before:2026-04', 'before Apr 1, 2026'],
  ['-tag:done', 'not tag done'],
  ['tulip', 'tulip'],
])('%s is %s', (filter, words) => {
  expect(filterWords(filter, facets)).toBe(words);
});

it('of some fields the last choice counts, of others each', () => {
  expect(['tag:a', 'channel:@a', 'tag:b', 'tag:a', 'channel:@b'].reduce<string[]>(withFilter, [])).toEqual(['tag:b', 'tag:a', 'channel:@b']);
  const march = { from: new Date(2026, 2, 1).getTime(), to: new Date(2026, 3, 1).getTime() };
  expect(withPeriod(['before:2020', 'tag:a'], march)).toEqual(['tag:a', 'after:2026-03-01', 'before:2026-04-01']);
  expect(withPeriod(['before:2020', 'tag:a'])).toEqual(['tag:a']);
});
