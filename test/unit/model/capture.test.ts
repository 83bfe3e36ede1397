import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm, captureContent, captureId } from '../../../src/model/capture.ts';
import type { Post } from '../../../src/model/post.ts';
import { anyPost } from '../arbitraries.ts';
import { aPost, noon } from '../builders.ts';

const full: Partial<Post> = {
  text: 'Tulips — тюльпаны 🌷',
  entities: [{ type: 'bold', start: 0, end: 6 }, { type: 'link', start: 0, end: 6, url: 'https://example.org/tulips' }],
  media: [{ kind: 'photo', width: 600 }, { kind: 'document', title: 'план.pdf', extra: '2.2 MB' }],
  forwardedFrom: { name: 'Orchard', url: 'https://t.me/orchard/5' },
  poll: { question: 'Which?', options: ['Red', 'Белый'] },
};
const idOf = (changes: Partial<Post> = {}): Promise<string> => captureId(captureContent(aPost({ ...full, ...changes })));

describe('the canonical form', () => {
  it('is this, to the letter', () => {
    expect(canonicalForm(captureContent(aPost(full)))).toBe(
      '[1,"Tulips — тюльпаны 🌷",["https://example.org/tulips"],[["photo",null],["document","план.pdf"]],'
      + '["Orchard","https://t.me/orchard/5"],["Which?","Red","Белый"]]');
  });

  // Made with sha256sum. When one of these changes, `canonicalVersion` must change too.
  it('has this hash', async () => {
    expect(await idOf()).toBe('5220403fcffb2718e376bb96fbed67103daa2d78d38ddd726c2cae7cd3fe204c');
    expect(await captureId({ kinds: [] })).toBe('31ec12c98efb1618fec0dde7eb9203937e0cbdd488b6a537c2fae820f35367a0');
  });
});

describe('a capture is the same', () => {
  it.each<[string, Partial<Post>]>([
    ['on a channel of another name', { handle: 'orchard', telegramId: 9, channelTitle: 'Orchard' }],
    ['of another post with the same content', { postId: 43, publishedAt: noon }],
    ['after an edit that changed nothing', { edited: true }],
    ['when the page tells more of its layout', { media: [{ kind: 'photo' }, { kind: 'document', title: 'план.pdf', duration: 7 }] }],
    ['when a link in it has got a preview', { linkPreview: { url: 'https://example.org/tulips', title: 'Tulips' } }],
    ['when formatting changed', { entities: [{ type: 'link', start: 0, end: 6, url: 'https://example.org/tulips' }] }],
    ['when the signature is shown', { signature: 'Ann' }],
  ])('%s', async (_, changes) => {
    expect(await idOf(changes)).toBe(await idOf());
  });

  it('after the channel was renamed, though its hashtags lead elsewhere', async () => {
    const tagged = (handle: string): Partial<Post> => ({
      handle, text: '#сад', entities: [{ type: 'hashtag', start: 0, end: 4, url: `https://t.me/s/${handle}?q=%23сад` }],
    });
    expect(await idOf(tagged('garden_notes'))).toBe(await idOf(tagged('orchard')));
  });

  it('whatever the order of its fields', () => {
    fc.assert(fc.property(anyPost, (post) => {
      const turned = Object.fromEntries(Object.entries(captureContent(post)).reverse()) as ReturnType<typeof captureContent>;
      return canonicalForm(turned) === canonicalForm(captureContent(post));
    }));
  });
});

describe('a capture is another one', () => {
  it.each<[string, Partial<Post>]>([
    ['when a letter of the text changed', { text: 'Tulips — тюльпан 🌷' }],
    ['when the text is empty and not absent', { text: '' }],
    ['when a link leads elsewhere', { entities: [{ type: 'link', start: 0, end: 6, url: 'https://example.org/roses' }] }],
    ['when a link is gone', { entities: [] }],
    ['when a picture is gone', { media: [{ kind: 'document', title: 'план.pdf' }] }],
    ['when a picture became a video', { media: [{ kind: 'video' }, { kind: 'document', title: 'план.pdf' }] }],
    ['when a file has another name', { media: [{ kind: 'photo' }, { kind: 'document', title: 'plan.pdf' }] }],
    ['when it is forwarded from elsewhere', { forwardedFrom: { name: 'Meadow', url: 'https://t.me/orchard/5' } }],
    ['when the forwarded post is another', { forwardedFrom: { name: 'Orchard', url: 'https://t.me/orchard/6' } }],
    ['when the poll asks something else', { poll: { question: 'Who?', options: ['Red', 'Белый'] } }],
    ['when the poll has other options', { poll: { question: 'Which?', options: ['Red'] } }],
    ['when the poll\'s options stand in another order', { poll: { question: 'Which?', options: ['Белый', 'Red'] } }],
  ])('%s', async (_, changes) => {
    expect(await idOf(changes)).not.toBe(await idOf());
  });

  it('when parts of it moved from one field to another', async () => {
    const [a, b] = [{ media: [{ kind: 'photo' as const, title: 'a' }] }, { media: [{ kind: 'photo' as const }], text: 'a' }];
    expect(await captureId({ kinds: [], ...a })).not.toBe(await captureId({ kinds: [], ...b }));
  });
});

it('a capture keeps all of a post but its names', () => {
  const { handle, postId, telegramId, ...rest } = aPost({ ...full, telegramId: 5 });
  expect([handle, postId, telegramId]).not.toContain(undefined);
  expect(captureContent(aPost({ ...full, telegramId: 5 }))).toStrictEqual(rest);
});
