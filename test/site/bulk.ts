/** A channel of any length, for measurements and load tests: always the same for the same length. */
import type { Channel, PostSpec } from './channel.ts';

/** Made-up sentences; each post takes some of one language. */
const sentences = [
  ['The boat left on time.', 'Fog until noon, they say.', 'Nobody counted the gulls this year.', 'The council meets again on Tuesday. #council', 'High water at 10:12 and 22:40.', 'Read more at https://port.example.org/news.'],
  ['Паром ушёл по расписанию.', 'До полудня туман.', 'Чаек в этом году никто не считал.', 'Совет соберётся во вторник. #порт', 'Полная вода в 10:12 и в 22:40.', 'Подробности: https://port.example.org/news.'],
  ['کشتی سر وقت رفت.', 'تا ظهر مه است.', 'امسال کسی مرغ‌ها را نشمرد.', 'شورا سه‌شنبه جلسه دارد. #بندر', 'مد دریا ساعت ۱۰:۱۲ است.', 'ادامه در https://port.example.org/news.'],
  ['船は定刻に出た。', '昼まで霧です。', '今年カモメを数えた人はいない。', '議会は火曜日に開かれる。#港', '満潮は10時12分です。', '続きは https://port.example.org/news で。'],
] as const;

/** What every so many posts carries besides text; the numbers have no common factor, so that all mixtures occur. */
const extras: readonly (readonly [every: number, extra: (id: number) => Partial<PostSpec>])[] = [
  [5, id => ({ photo: { picture: id % 50 } })],
  [7, id => ({ signature: `Reporter ${id % 9}` })],
  [11, () => ({ edited: true })],
  [13, id => ({ reactions: [{ emoji: '👍', count: String(id % 300) }, { paid: true, count: '3' }] })],
  [17, () => ({ forwardedFrom: { name: 'Harbour Gazette', url: 'https://t.me/harbour_gazette/26' } })],
  [19, id => ({ replyTo: { url: `https://t.me/harbour_bulk/${id - 1}`, author: 'Bulk', text: 'The boat left on…' } })],
  [23, id => ({ linkPreview: { url: `https://port.example.org/news/${id}`, siteName: 'Port', title: 'News', image: 'small' } })],
  [29, id => ({ document: { name: `list-${id}.pdf`, extra: '24 KB' } })],
];

export interface BulkOptions extends Partial<Omit<Channel, 'posts'>> {
  /** Id of the first post; 1 unless told. */
  first?: number;
}

/** `count` posts, each of one message, with ids that follow each other. */
export function bulkChannel(count: number, { first = 1, ...channel }: BulkOptions = {}): Channel {
  return {
    handle: 'harbour_bulk',
    title: 'Bulk',
    telegramId: 1900100901,
    ...channel,
    posts: Array.from({ length: count }, (_, i) => bulkPost(first + i)),
  };
}

function bulkPost(id: number): PostSpec {
  const post: PostSpec = {
    id,
    // One every ten minutes.
    date: new Date(Date.UTC(2024, 0, 1) + id * 600_000).toISOString().replace('.000Z', 'Z'),
    views: `${(id % 90) + 1}.${id % 10}K`,
    text: textOf(id),
  };
  for (const [every, extra] of extras) if (id % every === 0) Object.assign(post, extra(id));
  return post;
}

/** One to twelve sentences. */
function textOf(id: number): string {
  const language = sentences[id % sentences.length] ?? sentences[0];
  const length = 1 + ((id * 7) % 12);
  return Array.from({ length }, (_, i) => language[(id * 5 + i * 7) % language.length]).join(' ');
}
