import { tagPath } from '../facet-counts.ts';
import type { Names } from '../names.ts';
import type { Bits } from './bits.ts';
import type { Segment } from './segment.ts';

/**
 * Goes through the documents that were found, and the names of the tree of tags that each has tags under: once for each,
 * however many these are. Names are told by numbers of their own.
 * @returns the key of each name
 */
export function eachTagName(segment: Segment, found: Bits, { tags }: Names, visit: (name: number, document: number) => void): string[] {
  const [counted, all] = [segment.list('tagCount'), segment.list('tag')];
  const numbers = new Map<string, number>();
  const paths = segment.list('tagIds').map((id) => {
    const tag = tags.get(id);
    return (tag ? tagPath(tag.name) : []).map((key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  });
  const lastDocument = new Int32Array(numbers.size).fill(-1);
  for (let document = 0, at = 0; document < counted.length; document++) {
    const end = at + (counted[document] ?? 0);
    const isFound = found.has(document);
    for (; at < end; at++) {
      if (!isFound) continue;
      for (const number of paths[all[at] ?? 0] ?? []) {
        if (lastDocument[number] === document) continue;
        lastDocument[number] = document;
        visit(number, document);
      }
    }
  }
  return [...numbers.keys()];
}
