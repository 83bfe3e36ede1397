// @vitest-environment jsdom
import { describe, expect, it, test } from 'vitest';
import { canonicalForm, captureContent } from '../../../src/model/capture.ts';
import type { Post, Sighting } from '../../../src/model/post.ts';
import { findPosts } from '../../../src/telegram/find.ts';
import { readPost, readSighting } from '../../../src/telegram/post.ts';
import { type Change, changeOf, changes, changingChannel, changingPosts } from '../../site/changing.ts';
import { plainText } from '../../site/html.ts';
import { createSite } from '../../site/site.ts';
import { renderText } from '../../site/text.ts';
import { parse } from '../telegram/markup.ts';

/** Every text with every change. */
const count = 48;

function page(visit: number): Document {
  const site = createSite([{ ...changingChannel(count, { pageLength: 200 }), posts: changingPosts(count, visit) }]);
  const { body = '' } = site.answer({ url: 'https://t.me/s/harbour_changes', method: 'GET', headers: {} }) ?? {};
  return parse(body.replace(/<style>[^]*?<\/style>/g, ''));
}

interface Read {
  post: Post;
  canonical: string;
  counts: Pick<Sighting, 'views' | 'reactions'>;
}

/** What the reader makes of each post at a visit. */
function visitTo(visit: number): Map<number, Read> {
  const shown = page(visit);
  return new Map(findPosts(shown).flatMap((element): [number, Read][] => {
    const post = readPost(element);
    if (!post) return [];
    const { views = '', reactions = [] } = readSighting(element, shown, 0);
    return [[post.postId, { post, canonical: canonicalForm(captureContent(post)), counts: { views, reactions } }]];
  }));
}

const visits = [0, 1, 2, 3].map(visitTo);
const ids = changingPosts(count).map(({ id }) => id);
const idsOf = (...wanted: Change[]) => ids.filter((id) => wanted.includes(changeOf(id)));

test('a visit is the same every time', () => {
  expect(changingPosts(count, 2)).toEqual(changingPosts(count, 2));
  expect(changingPosts(count)).toEqual(changingPosts(count, 0));
});

test('as many posts change in each way', () => {
  expect(changes.map((change) => idsOf(change).length)).toEqual(changes.map(() => count / changes.length));
});

describe.each([[0, 1], [1, 2], [2, 3]])('from visit %i to %i', (earlier, later) => {
  const pairs = (...wanted: Change[]) => idsOf(...wanted).map((id) => {
    const [before, after] = [visits[earlier]?.get(id), visits[later]?.get(id)];
    if (!before || !after) throw new Error(`${id} is not shown`);
    return { before, after };
  });

  it('the words are others, and nothing but the words', () => {
    for (const { before, after } of pairs('typo', 'sentence')) {
      expect(after.post.text).not.toBe(before.post.text);
      expect(after.post.media).toEqual(before.post.media);
      expect(after.counts).toEqual(before.counts);
    }
  });

  it('a typo is one letter too many', () => {
    for (const { before, after } of pairs('typo')) {
      const length = (visit: number, { post: { text = '' } }: Read) => text.length - (visit === 0 ? 0 : 1);
      expect(length(later, after)).toBe(length(earlier, before));
    }
  });

  it('media are others, and nothing but media', () => {
    for (const { before, after } of pairs('media')) {
      expect(after.canonical).not.toBe(before.canonical);
      expect(after.post.text).toBe(before.post.text);
      expect(after.post.entities).toEqual(before.post.entities);
      expect(after.counts).toEqual(before.counts);
    }
  });

  it('counts are others, and no content', () => {
    for (const { before, after } of pairs('counts')) {
      expect(after.counts.views).not.toBe(before.counts.views);
      expect(after.counts.reactions).not.toEqual(before.counts.reactions);
      expect(after.post).toEqual(before.post);
    }
  });

  it('what does not change is read as the same', () => {
    for (const { before, after } of pairs('nothing')) expect(after).toEqual(before);
  });

  it('posts are there at one of the two visits, and their neighbours at both', () => {
    const [there, gone] = earlier % 2 === 0 ? [earlier, later] : [later, earlier];
    expect([...visits[there]?.keys() ?? []]).toEqual(ids);
    expect([...visits[gone]?.keys() ?? []]).toEqual(ids.filter((id) => changeOf(id) !== 'gone'));
  });
});

describe('the texts', () => {
  const shown = page(0);

  it.each([
    ['spoilers', 'tg-spoiler'],
    ['emoji', '.emoji > b'],
    ['links with words of their own', 'a[onclick]'],
    ['mentions', 'a[href="https://t.me/harbour_gazette"]'],
    ['line breaks', '.js-message_text > br'],
    ['quotes', 'blockquote'],
    ['captions said twice', '.js-message_text > .js-message_text'],
  ])('have %s, with every change', (_what, selector) => {
    const named = [...shown.querySelectorAll(`[data-post]:has(${selector})`)].map((post) => Number(post.getAttribute('data-post')?.split('/')[1]));
    expect(new Set(named.map(changeOf))).toEqual(new Set(changes));
  });

  it('are read as they are described', () => {
    for (const { id, text = '' } of changingPosts(count)) expect(visits[0]?.get(id)?.post.text).toBe(plainText(renderText(text)));
  });

  it('have words twice, and run from right to left', () => {
    const texts = [...visits[0]?.values() ?? []].map(({ post: { text = '' } }) => text);
    expect(texts.filter((text) => text.indexOf('The gate was closed') !== text.lastIndexOf('The gate was closed'))).toHaveLength(changes.length);
    expect(texts.filter((text) => /\p{Script=Arabic}/u.test(text))).toHaveLength(changes.length);
  });
});
