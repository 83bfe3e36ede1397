/** The channel on which it is measured: posts as most are, of several lengths, with reactions. */
import type { Channel, PostSpec } from '../site/channel.ts';
import { type Site, createSite } from '../site/site.ts';

export const handle = 'bench_feed';
export const address = `https://t.me/s/${handle}`;
export const telegramId = 1_700_100_999;
export const newestId = 5_000;

const sentences = [
  'The council voted on Tuesday to delay the new tariff until spring, citing talks with the port union.',
  'From the minutes, which came out this morning: **the draft is withdrawn**, and a new one may follow.',
  'We asked the council [which of the two](https://council.example.org/minutes) it is.',
  'Nothing changes for boats under nine metres. #council #tariff',
  'Calm sea, light wind from the west, no fog. 🙂',
];

/** @param count of posts, up to the newest @param batch how many of them a page or a load of more brings */
export function benchSite(count: number, batch: number): Site {
  const first = newestId - count + 1;
  const posts = Array.from({ length: count }, (_, i) => benchPost(first + i));
  const channel: Channel = { handle, title: 'Bench Feed', telegramId, pageLength: batch, posts };
  return createSite([channel]);
}

function benchPost(id: number): PostSpec {
  const length = 1 + (id % sentences.length);
  return {
    id,
    date: new Date(Date.UTC(2026, 0, 1) + id * 3_600_000).toISOString(),
    text: Array.from({ length }, (_, i) => sentences[(id + i) % sentences.length]).join(id % 3 === 0 ? '\n\n' : ' '),
    views: '1.2K',
    // A footer right under a text has the page measure it, once for every post: many times the work that is compared here.
    reactions: [{ emoji: '👍', count: String(id % 90) }],
  };
}
