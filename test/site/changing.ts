/**
 * A channel whose posts are others at each visit, in ways that a test can name. Always the same for the same visit:
 *
 *     const channel = changingChannel(48);
 *     site.channels.push(channel);
 *     …
 *     channel.posts = changingPosts(48, 1);
 */
import type { AlbumMember, Channel, PostSpec } from './channel.ts';
import type { Markup } from './text.ts';

/**
 * What a post is otherwise from each visit to the next. `typo`: a letter too many, each time in another word. `sentence`:
 * another one in place of one of its own, each time elsewhere. `media`: other attachments under the same words. `counts`:
 * views and reactions. `gone`: it is there only every other time, and its neighbours always.
 */
export const changes = ['nothing', 'typo', 'sentence', 'media', 'counts', 'gone'] as const;
export type Change = (typeof changes)[number];

interface Wording {
  sentences: readonly Markup[];
  /** What stands between them. */
  between: string;
  /** The one that takes the place of another. */
  replacement: Markup;
  /** It is the caption of an album, which the page says twice. */
  caption?: true;
}

/** Texts in which a stretch is not easily found again. */
const wordings: readonly Wording[] = [
  {
    sentences: ['The gate was closed at noon.', 'Nobody saw who closed it.', 'The gate was closed at noon.', 'It was open again at four.'],
    between: ' ', replacement: 'Somebody saw who opened it.',
  },
  {
    sentences: ['The list of boats is out.', 'The one that sank is ||the Marigold||, they say.', 'Nobody was ||on board||, and nobody ||on board|| was hurt.'],
    between: ' ', replacement: 'The owner says ||nothing|| so far.',
  },
  {
    sentences: ['Calm sea 🙂 and light wind.', 'Fog 🌫️ until noon, then sun 🙂 again.', 'The crew 👩‍🚒 thanks you.', 'Flags 🇳🇴🇸🇪 are up.'],
    between: ' ', replacement: 'Rain ☔ in the evening.',
  },
  {
    sentences: ['We asked [which of the two](https://council.example.org/minutes?year=2026&part=2) it is.', 'See also https://port.example.org/news and @harbour_gazette.', '#council #tariff again and again'],
    between: ' ', replacement: 'The answer is [in the minutes](https://council.example.org/answers).',
  },
  {
    sentences: ['**High water** at 10:12', '__Low water__ at 16:30', '> As the almanac has it', 'High water at 22:40', '', 'No warranty for `10:12`'],
    between: '\n', replacement: 'Half water at 13:20',
  },
  {
    sentences: ['کشتی سر وقت رفت.', 'امسال کسی مرغ‌ها را نشمرد.', 'شورا سه‌شنبه در ساعت ۱۰:۱۲ جلسه دارد.', 'کشتی سر وقت رفت.'],
    between: ' ', replacement: 'ادامه در https://port.example.org/news آمده است.',
  },
  {
    sentences: ['Паром ушёл по расписанию.', 'Слово «отложен» в протоколе заменено словом «отозван».', 'Паром ушёл по расписанию.'],
    between: '\n\n', replacement: 'Протокол исправлен сегодня.',
  },
  {
    sentences: ['Three views of the pier.', 'The second one shows the new gate.', 'The pier is closed to visitors.'],
    between: ' ', replacement: 'The last one was taken on Sunday.', caption: true,
  },
];

/** Room for the members of albums. */
const idsPerPost = 10;

/** How a post changes. Of so many neighbours as there are ways each changes in another. */
export function changeOf(id: number): Change {
  return changes[numberOf(id) % changes.length] ?? 'nothing';
}

/** From 0. */
function numberOf(id: number): number {
  return Math.floor(id / idsPerPost) - 1;
}

/** @param count of posts, 48 for every text with every change */
export function changingChannel(count: number, channel: Partial<Omit<Channel, 'posts'>> = {}): Channel {
  return { handle: 'harbour_changes', title: 'Changes', telegramId: 1900100902, ...channel, posts: changingPosts(count) };
}

/** The posts as they are at a visit, of which the first is 0. */
export function changingPosts(count: number, visit = 0): PostSpec[] {
  return Array.from({ length: count }, (_, i) => (i + 1) * idsPerPost)
    .filter((id) => changeOf(id) !== 'gone' || visit % 2 === 0)
    .map((id) => changingPost(id, visit));
}

function changingPost(id: number, visit: number): PostSpec {
  const change = changeOf(id);
  const wording = wordings[Math.floor(numberOf(id) / changes.length) % wordings.length] ?? wordings[0];
  const isEdited = visit > 0 && (change === 'typo' || change === 'sentence' || change === 'media');
  const counted = id + (change === 'counts' ? visit * 7 : 0);
  return {
    id,
    date: new Date(Date.UTC(2026, 2, 1) + id * 600_000).toISOString().replace('.000Z', 'Z'),
    ...(wording && { text: textOf(wording, change, visit) }),
    ...(wording?.caption ? { album: albumOf(id, change === 'media' ? visit : 0) } : change === 'media' ? mediaOf(id, visit) : {}),
    ...(isEdited && { edited: true }),
    views: String(counted),
    reactions: [{ emoji: '👍', count: String(counted % 90) }],
  };
}

function textOf({ sentences, between, replacement }: Wording, change: Change, visit: number): Markup {
  if (visit === 0 || (change !== 'typo' && change !== 'sentence')) return sentences.join(between);
  return change === 'typo' ? misspelt(sentences.join(between), visit)
    : sentences.with(visit % sentences.length, replacement).join(between);
}

/** Addresses and names are passed over. */
const words = /https?:\S+|[@#]\S+|(?<word>\p{L}{4,})/gu;

function misspelt(text: Markup, visit: number): Markup {
  const found = [...text.matchAll(words)].filter(({ groups }) => groups?.['word'] !== undefined);
  const middle = (found[visit % found.length]?.index ?? 0) + 2;
  return text.slice(0, middle) + text.charAt(middle) + text.slice(middle);
}

/** Pictures that differ in nothing but what they show would be the same to a reader of the page, which cannot look at them. */
function mediaOf(id: number, visit: number): Partial<PostSpec> {
  switch (visit % 4) {
    case 1: return { video: { duration: '0:42' } };
    case 2: return { video: { duration: '0:07', gif: true } };
    case 3: return { document: { name: `pier-${id}.pdf`, extra: '24 KB' } };
    default: return { photo: { picture: id } };
  }
}

/** Three, and two at every other visit. */
function albumOf(id: number, visit: number): readonly AlbumMember[] {
  return [{ id }, { id: id + 1 }, { id: id + 2 }].slice(0, 3 - (visit % 2));
}
