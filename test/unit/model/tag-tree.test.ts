import { expect, it } from 'vitest';
import { type TagEntry, tagTree, tagsNaming } from '../../../src/model/tag-tree.ts';
import { aTag, noon } from '../builders.ts';

const outline = (entries: readonly TagEntry[]): unknown[] => entries.map(({ name, tag, count, children }) => (
  [`${name}${tag ? '' : ' (none)'}: ${count}`, ...(children.length > 0 ? [outline(children)] : [])]
));
const usage = new Map([['ports', { count: 3, lastUsedAt: noon }], ['ports/quay', { count: 2, lastUsedAt: noon }]]);
const tags = [aTag('Ports/quay/east'), aTag('ports/Quay'), aTag('сад'), aTag('tag 10'), aTag('tag 9')];

it('nests tags under their names, also under those that are no tags, in the order of names', () => {
  expect(outline(tagTree(tags, usage))).toEqual([
    ['ports (none): 3', [['ports/Quay: 2', [['Ports/quay/east: 0']]]]], ['tag 9: 0'], ['tag 10: 0'], ['сад: 0'],
  ]);
});

it('spells a name as its tag does', () => {
  expect(outline(tagTree([aTag('PORTS/quay'), aTag('ports')], new Map()))).toEqual([['ports: 0', [['PORTS/quay: 0']]]]);
});

it.each(['/', 'a/', '/a', 'a//b'])('bears the name %j', (name) => {
  const all = (entries: readonly TagEntry[]): string[] => entries.flatMap((entry) => [...(entry.tag ? [entry.tag.name] : []), ...all(entry.children)]);
  expect(all(tagTree([aTag(name)], new Map()))).toEqual([name]);
});

it('finds what has the words in its name, with what leads there', () => {
  const found = (words: string) => outline(tagsNaming(tagTree(tags, usage), words));
  expect(found('EAST')).toEqual([['ports (none): 3', [['ports/Quay: 2', [['Ports/quay/east: 0']]]]]]);
  expect(found('сад')).toEqual([['сад: 0']]);
  expect(found('nowhere')).toEqual([]);
  expect(found(' ')).toHaveLength(4);
});
