/** Counts what was found by all that it can be narrowed to. It must be what `scan.ts` counts. */
import { byDay, startOfMonth, startOfWeek } from '../../model/calendar.ts';
import { postKinds } from '../../model/post.ts';
import type { FacetCounts } from '../facet-counts.ts';
import type { Names } from '../names.ts';
import type { Bits } from './bits.ts';
import { type Part, bitsOfPart } from './catalogue.ts';
import { kindTrait } from './document.ts';
import type { Evaluated } from './evaluate.ts';
import type { ListName, Segment } from './segment.ts';
import { eachTagName } from './tag-names.ts';

/** What must be loaded of each segment. */
export const listsToCount: readonly ListName[] = [
  'traits', 'postTime', 'channelIds', 'channel', 'authorIds', 'author', 'tagIds', 'tagCount', 'tag',
];

const week = byDay(startOfWeek);
const month = byDay(startOfMonth);

export function countPart(part: Part, evaluated: Evaluated, names: Names, counts: FacetCounts): void {
  const { segment } = part;
  const found = {
    all: bitsOfPart(evaluated.all, part), anyChannel: bitsOfPart(evaluated.anyChannel, part),
    anyAuthor: bitsOfPart(evaluated.anyAuthor, part), anyTime: bitsOfPart(evaluated.anyTime, part),
  };
  countTags(segment, found.all, names, counts.tags);
  countNumbered(segment, 'channel', found.anyChannel, counts.channels);
  countNumbered(segment, 'author', found.anyAuthor, counts.authors);
  const traits = segment.list('traits');
  const ofTrait = new Uint32Array(32);
  found.all.each((number) => {
    for (let left = traits[number] ?? 0; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      ofTrait[bit] = (ofTrait[bit] ?? 0) + 1;
    }
  });
  for (const kind of postKinds) add(counts.kinds, kind, ofTrait[31 - Math.clz32(kindTrait(kind))] ?? 0);
  const times = segment.list('postTime');
  found.anyTime.each((number) => {
    const time = times[number] ?? 0;
    add(counts.weeks, week(time), 1);
    add(counts.months, month(time), 1);
  });
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  if (more > 0) counts.set(key, (counts.get(key) ?? 0) + more);
}

function countNumbered(segment: Segment, name: 'channel' | 'author', found: Bits, counts: Map<string, number>): void {
  const [ids, numbers] = [segment.list(`${name}Ids`), segment.list(name)];
  const ofNumber = new Uint32Array(ids.length);
  found.each((document) => {
    const number = numbers[document] ?? 0;
    ofNumber[number] = (ofNumber[number] ?? 0) + 1;
  });
  ids.forEach((id, number) => add(counts, id, ofNumber[number] ?? 0));
}

function countTags(segment: Segment, found: Bits, names: Names, counts: Map<string, number>): void {
  const ofNode: number[] = [];
  const keys = eachTagName(segment, found, names, (node) => {
    ofNode[node] = (ofNode[node] ?? 0) + 1;
  });
  for (const [node, key] of keys.entries()) add(counts, key, ofNode[node] ?? 0);
}
