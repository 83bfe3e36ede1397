/**
 * What it is measured on: annotations of any number, in two languages, no word of which anybody wrote. The same seed gives
 * the same, each annotation by itself. They come as an export has them, so that they go in through Import.
 */
import type { Annotation } from '../../../src/model/annotation.ts';
import { type Capture, type CaptureContent, canonicalVersion, captureId } from '../../../src/model/capture.ts';
import { type Channel, currentHandle } from '../../../src/model/channel.ts';
import type { PostKind } from '../../../src/model/post.ts';
import type { Tag } from '../../../src/model/tag.ts';
import type { AnnotationView, Author, ExportSource } from '../../../src/model/view.ts';
import { beginning, makeChannels, makeTags } from './names.ts';
import { type Passage, passage } from './passage.ts';
import { type Random, between, randomFrom, zipf } from './random.ts';
import { Vocabulary, languages } from './vocabulary.ts';

const hour = 3_600_000;
const fiveYears = 5 * 365 * 24 * hour;
const stems = 60_000;

const authors: [Author, ...Author[]] = [{ id: 'author-0' }, { id: 'author-1', name: 'Ann' }, { id: 'author-2', name: 'Борис' }];

/** A name that nine posts of ten have in them, in either language. */
export const everywhere = 'Telkora';

const batchSize = 500;

export class Corpus {
  readonly count: number;
  readonly channels: readonly Channel[];
  readonly tags: readonly Tag[];
  readonly vocabularies: readonly [Vocabulary, Vocabulary];
  readonly #seed: number;

  constructor(count: number, seed = 1) {
    this.count = count;
    this.#seed = seed;
    this.vocabularies = [new Vocabulary(languages.english, stems, seed), new Vocabulary(languages.russian, stems, seed)];
    this.channels = makeChannels(200, this.vocabularies, seed);
    this.tags = makeTags(400, this.vocabularies, seed);
  }

  /** All of it, as the store gives it to an export. */
  source(): ExportSource {
    const { channels, tags } = this;
    return { owner: authors[0].id, authors, tags: [...tags], channels: [...channels], annotations: this.#views() };
  }

  async* #views(): AsyncGenerator<AnnotationView[]> {
    for (let at = 0; at < this.count; at += batchSize) {
      const batch: AnnotationView[] = [];
      for (let i = at; i < Math.min(at + batchSize, this.count); i++) batch.push(await this.view(i));
      yield batch;
    }
  }

  /** The words of a post's text. */
  passage(i: number): Passage {
    return this.#passage(i, this.#channel(i), 'text');
  }

  /** @param i from 0; from `count` on, those that a larger one would have */
  async view(i: number): Promise<AnnotationView> {
    const random = this.#random(i, 'annotation');
    const channel = this.#channel(i);
    const tags = this.#draw(random, this.tags, between(random, 0, 4));
    const author = authors[random() < 0.9 ? 0 : between(random, 1, 2)] ?? authors[0];
    // Multiplied by an odd number, no two 32-bit integers become equal; and five years have more milliseconds than there are.
    const updatedAt = beginning + Math.floor((Math.imul(i + 1, 0x9E3779B1) >>> 0) / 2 ** 32 * fiveYears);
    const createdAt = updatedAt - (random() < 0.8 ? 0 : between(random, 1, 72 * hour));
    const publishedAt = createdAt - between(random, 1, 240) * hour;
    const content = this.#content(i, random, channel, publishedAt);
    const capture: Capture = {
      id: await captureId(content), channelRef: channel.id, postId: i + 1, canonical: canonicalVersion, reader: 1, at: createdAt, content,
    };
    const annotation: Annotation = {
      id: this.#id(i, random), authorId: author.id, channelRef: channel.id, postId: i + 1, captureId: capture.id, target: { kind: 'post' },
      tagIds: tags.map(({ id }) => id), note: random() < 0.6 ? this.#passage(i, channel, 'note').text : '',
      createdAt, updatedAt, rev: 1 + zipf(random, 5),
      seen: { at: createdAt, url: `https://t.me/s/${currentHandle(channel)}`, page: 'feed', views: '1.2K', app: '0.1.0' },
    };
    return { annotation, author, mine: author === authors[0], channel, capture, tags };
  }

  #content(i: number, random: Random, channel: Channel, publishedAt: number): CaptureContent {
    const { text } = this.#passage(i, channel, 'text');
    const picture = random();
    const kinds: PostKind[] = ['text', ...(picture < 0.35 ? ['photo' as const] : picture < 0.45 ? ['video' as const] : [])];
    const isLinked = random() < 0.1;
    const [source] = random() < 0.15 ? this.#draw(random, this.channels, 1) : [];
    return {
      kinds: isLinked ? [...kinds, 'link'] : kinds,
      text,
      ...(isLinked && { entities: [{ type: 'link', start: 0, end: text.indexOf(' '), url: `https://example.org/${i}` }] }),
      ...(channel.title !== undefined && { channelTitle: channel.title }),
      ...(source && { forwardedFrom: { name: source.title ?? '', url: `https://t.me/${currentHandle(source)}` } }),
      publishedAt,
      ...(picture < 0.35 ? { media: [{ kind: 'photo', width: 453, height: 302 }] }
        : picture < 0.45 && { media: [{ kind: 'video', duration: between(random, 5, 600) }] }),
    };
  }

  #passage(i: number, channel: Channel, of: 'text' | 'note'): Passage {
    const random = this.#random(i, of);
    const vocabulary = this.vocabularies[this.channels.indexOf(channel) % 2] ?? this.vocabularies[0];
    const draw = () => vocabulary.draw(random);
    if (of === 'note') return passage(random, draw, between(random, 30, 220));
    const { text, words } = passage(random, draw, between(random, 450, 1_250));
    return { words, text: random() < 0.9 ? `${text}\n${everywhere}` : text };
  }

  #channel(i: number): Channel {
    const [channel] = this.#draw(this.#random(i, 'channel'), this.channels, 1);
    if (!channel) throw new Error('there are no channels');
    return channel;
  }

  /** So many of the list, the first ones most often, none twice. */
  #draw<T>(random: Random, list: readonly T[], count: number): T[] {
    const drawn = new Set<T>();
    while (drawn.size < count) {
      const item = list[zipf(random, list.length)];
      if (item !== undefined) drawn.add(item);
    }
    return [...drawn];
  }

  /** A UUID. They ascend, as in any export. */
  #id(i: number, random: Random): string {
    const digits = (length: number) => Math.floor(random() * 16 ** length).toString(16).padStart(length, '0');
    const first = Math.floor(i / this.count * 2 ** 32).toString(16).padStart(8, '0');
    return `${first}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
  }

  #random(i: number, of: keyof typeof streams): Random {
    return randomFrom(this.#seed, i, streams[of]);
  }
}

/** So that what is drawn for one does not change the other. */
const streams = { annotation: 1, channel: 2, text: 3, note: 4 };
