/** The channels and tags of the corpus. */
import type { Channel } from '../../../src/model/channel.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { type Random, between, randomFrom } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** When the first of it all was seen. */
export const beginning = Date.UTC(2021, 0, 1);

/** @param languages one of which each channel is in, in turns */
export function makeChannels(count: number, languages: readonly Vocabulary[], seed: number): Channel[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `channel-${i}`,
    telegramId: 1_300_000_000 + i,
    handles: [{ name: `invented_${i}`, firstSeen: beginning, lastSeen: beginning }],
    title: Array.from({ length: between(random, 1, 3) }, () => stemOf(random, languages, i)).join(' '),
  }));
}

/** Of ten, one stands alone, five are nested in it, and four in these. */
export function makeTags(count: number, languages: readonly Vocabulary[], seed: number): Tag[] {
  const random = randomFrom(seed);
  const names = new Set<string>();
  const under = (name: string, i: number) => `${name}/${stemOf(random, languages, i)}`;
  for (let i = 0; names.size < count; i++) {
    const root = stemOf(random, languages, i);
    const children = Array.from({ length: 5 }, () => under(root, i));
    for (const name of [root, ...children, ...children.slice(0, 4).map((child) => under(child, i))]) names.add(name);
  }
  return [...names].slice(0, count).map((name, i) => (
    { id: `tag-${i}`, name, createdAt: beginning, updatedAt: beginning, rev: 1 }
  ));
}

function stemOf(random: Random, languages: readonly Vocabulary[], i: number): string {
  return languages[i % languages.length]?.stem(random, 300, 8_000) ?? '';
}
