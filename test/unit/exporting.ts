/** Exports of given annotations. */
import type { ExportInfo } from '../../src/formats/exported.ts';
import { exportJson } from '../../src/formats/json.ts';
import type { AnnotationView, ExportSource, ExportedView } from '../../src/model/view.ts';
import { aCapture, aTag, aView, anAnnotation, noon } from './builders.ts';

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

export const info: ExportInfo = { now: noon, generator: 'Postil 0.1.0' };

/** The annotations of an export, in batches of any size. */
export function batches(views: readonly AnnotationView[]): ExportSource['annotations'] {
  return each([views.slice(0, 1), [], views.slice(1)]);
}

export function sourceOf(views: readonly AnnotationView[], others: Partial<ExportSource> = {}): ExportSource {
  return { authors: [], tags: [], channels: [], annotations: batches(views), ...others };
}

export async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export function exportedText(views: readonly AnnotationView[], others: Partial<ExportSource> = {}): Promise<string> {
  return joined(exportJson(sourceOf(views, others), info));
}

/** An annotation with every field that there is. */
export const fullView: ExportedView = {
  annotation: {
    id: '11111111-1111-4111-8111-111111111111', authorId: '22222222-2222-4222-8222-222222222222', channelRef: 'channel-1', postId: 42,
    captureId: '5220403fcffb2718e376bb96fbed67103daa2d78d38ddd726c2cae7cd3fe204c',
    target: { kind: 'quote', exact: 'тюльпаны', prefix: 'Tulips — ', suffix: ' 🌷', start: 9, end: 17 },
    tagIds: ['tag-сад/весна', 'tag-گل'], note: 'Зачем:\n"quoted" \\ and\ttabbed', createdAt: noon + 1_000, updatedAt: noon + 2_500, rev: 3,
    seen: {
      at: noon, serverTime: noon - 5_000, url: 'https://telegram.me/s/garden_notes?before=50', page: 'feed', views: '1.2K',
      reactions: [{ emoji: '🌷', count: '27' }, { count: '5.45K', paid: true }], app: '0.1.0',
    },
  },
  author: { id: '22222222-2222-4222-8222-222222222222', name: 'Анна' },
  mine: true,
  channel: {
    id: 'channel-1', telegramId: 1_234_567_890, title: 'Garden',
    handles: [{ name: 'old_garden', firstSeen: noon, lastSeen: noon }, { name: 'Garden_Notes', firstSeen: noon, lastSeen: noon + 1 }],
  },
  capture: {
    id: '5220403fcffb2718e376bb96fbed67103daa2d78d38ddd726c2cae7cd3fe204c', channelRef: 'channel-1', postId: 42, canonical: 1, reader: 2, at: noon,
    content: {
      memberIds: [42, 43], kinds: ['text', 'photo', 'document', 'album', 'poll', 'link'], text: 'Tulips — тюльпаны 🌷',
      entities: [{ type: 'bold', start: 0, end: 6 }, { type: 'link', start: 0, end: 6, url: 'https://example.org/tulips' }],
      channelTitle: 'Garden', signature: 'Ann', forwardedFrom: { name: 'Orchard', url: 'https://t.me/orchard/5', signature: 'Bo' },
      replyTo: { author: 'Garden', text: 'Which…', url: 'https://t.me/garden_notes/40' }, viaBot: '@seedbot', publishedAt: noon - 60_000, edited: true,
      media: [{ kind: 'photo', width: 600, height: 400.5 }, { kind: 'document', duration: 7, title: 'план.pdf', extra: '2.2 MB' }],
      linkPreview: { url: 'https://example.org/tulips', siteName: 'Seeds', title: 'Tulips', description: 'one\ntwo' },
      poll: { question: 'Which?', type: 'Anonymous Poll', options: ['Red', 'Белый'] },
      buttons: [{ text: 'Seeds', url: 'https://example.org/seeds' }],
    },
  },
  tags: [
    { id: 'tag-1', name: 'сад/весна', colour: '#b3261e', description: 'What grows', pin: 3, createdAt: noon, updatedAt: noon + 1, rev: 2 },
    { id: 'tag-2', name: 'گل', createdAt: noon, updatedAt: noon, rev: 1 },
  ],
  history: {
    versions: [{
      id: '64a7ad7b7ec21042335954ed47689ce5c0fee679f1ea906d27fdce892bfc45cd', channelRef: 'channel-1', postId: 42, canonical: 1, reader: 2, at: noon + 3_600_000,
      content: { kinds: ['text'], text: 'Tulips — тюльпаны, again', signature: 'Ann', publishedAt: noon - 60_000, edited: true },
    }],
    seen: [
      {
        at: noon + 3_600_000, serverTime: noon + 3_595_000, url: 'https://t.me/s/garden_notes', page: 'feed', views: '1.3K', reactions: [{ emoji: '🌷', count: '28' }],
        version: { id: '64a7ad7b7ec21042335954ed47689ce5c0fee679f1ea906d27fdce892bfc45cd', canonical: 1, reader: 2 },
      },
      { at: noon + 7_200_000, url: 'https://t.me/s/garden_notes', page: 'feed' },
    ],
  },
};

/** What all golden files hold: an annotation with everything, and one with next to nothing. */
export function goldenSource(): ExportSource {
  const plain = aView({
    annotation: anAnnotation({ id: '33333333-3333-4333-8333-333333333333', authorId: fullView.author.id, captureId: 'f'.repeat(64) }),
    capture: aCapture({ channelTitle: 'Garden' }, { id: 'f'.repeat(64) }),
  });
  return sourceOf([fullView, plain], {
    owner: fullView.author.id, authors: [fullView.author, { id: 'author-2' }], tags: [...fullView.tags, aTag('unused')], channels: [fullView.channel],
  });
}
