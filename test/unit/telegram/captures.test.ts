// @vitest-environment jsdom
/**
 * Reads real pages, when the environment variable POSTIL_PAGES names a folder of them. They are other people's words
 * and no part of this project, so that without the folder they are not read, and a test says so. Pages that there are
 * facts of are held to them field by field, others to what must be true of any page.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readAnnotation } from '../../../src/formats/read-parts.ts';
import { anchor } from '../../../src/model/anchor.ts';
import { captureContent } from '../../../src/model/capture.ts';
import { Post, type Post as PostData, Sighting, postKinds } from '../../../src/model/post.ts';
import { quoteOf } from '../../../src/model/quote.ts';
import type { AnnotationView } from '../../../src/model/view.ts';
import { readChannel } from '../../../src/telegram/channel.ts';
import { findPosts } from '../../../src/telegram/find.ts';
import { brokenFacts } from '../../../src/telegram/markup-check.ts';
import { noPostsReason, pageTheme, pageType } from '../../../src/telegram/page.ts';
import { readPost, readSighting } from '../../../src/telegram/post.ts';
import { captureFacts, knownCaptures } from '../../captures/facts.ts';
import { aCapture, aView, anAnnotation } from '../builders.ts';
import { exportedText } from '../exporting.ts';
import { asFacts, channelAsFacts } from './as-facts.ts';
import { parse } from './markup.ts';
import { checkPlaces } from './places.ts';

/** Not by the reader's own means: the number as it stands in `data-view`. */
function channelOf(view: string | null): string | undefined {
  return /"c":-(\d+)/.exec(Buffer.from(view ?? '', 'base64').toString())?.[1];
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

function checkPost(element: Element): void {
  const post = readPost(element);
  expect(v.safeParse(Post, post).issues).toBeUndefined();
  if (post === undefined) throw new Error('The post was not read.');

  const dateLink = element.querySelector('.tgme_widget_message_date')?.getAttribute('href');
  expect(`https://t.me/${post.handle}/${post.postId}`).toBe(dateLink);
  const name = element.getAttribute('data-post');
  if (name !== null) expect(`${post.handle}/${post.postId}`).toBe(name);
  expect(post.telegramId?.toString()).toBe(channelOf(element.getAttribute('data-view')));

  expect(post.channelTitle).toBeTruthy();
  expect(post.publishedAt).toBeGreaterThan(Date.UTC(2015, 0));
  expect(post.publishedAt).toBeLessThan(Date.UTC(2030, 0));
  expect(post.kinds).not.toEqual([]);

  const texts = [...element.querySelectorAll('.tgme_widget_message_text')].filter((text) => !text.closest('.tgme_widget_message_reply'));
  // The innermost holds the words once, also where the container is doubled.
  expect(squeezed(post.text ?? '')).toBe(squeezed(texts.at(-1)?.textContent ?? '').normalize('NFC'));
  expect(post.text ?? '').not.toMatch(/Please open Telegram|VIEW IN TELEGRAM|not supported in your browser|^\s|\s$| \n/);
  for (const { start, end, url } of post.entities ?? []) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(post.text?.length ?? 0);
    expect(url ?? '').not.toContain('&amp;');
  }

  const members = [...element.querySelectorAll('.grouped_media_wrap')].map((link) => Number(/\/(\d+)\?single$/.exec(link.getAttribute('href') ?? '')?.[1]));
  expect(post.memberIds ?? []).toEqual(members);
  if (members.length > 0) expect(post.media).toHaveLength(members.length);

  const quote = element.querySelector('.tgme_widget_message_reply :is(.tgme_widget_message_text, .tgme_widget_message_metatext)');
  expect(post.replyTo?.text === undefined).toBe(quote === null);
}

/** Annotations of stretches of a post's text, of several lengths. */
function quotedViews(post: PostData | undefined): AnnotationView[] {
  const { text = '' } = post ?? {};
  const part = (fraction: number) => Math.floor(text.length * fraction);
  return [[0, 1], [0.2, 0.3], [0.25, 0.9]].flatMap(([from = 0, to = 1]) => {
    const target = quoteOf(text, part(from), part(to));
    return post && target ? aView({ annotation: anAnnotation({ target }), capture: { ...aCapture(), id: 'c'.repeat(64), content: captureContent(post) } }) : [];
  });
}

/** Posts that cannot be read are left out. */
function readAll(posts: Element[], page: Document) {
  return posts.flatMap((element) => {
    const post = readPost(element);
    return post === undefined ? [] : [asFacts(post, readSighting(element, page, 0))];
  });
}

const folder = process.env['POSTIL_PAGES'];

if (folder !== undefined && existsSync(folder)) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));

  describe.each(files)('%s', (file) => {
    const page = parse(readFileSync(join(folder, file), 'utf8'));
    const posts = findPosts(page);
    const facts = captureFacts(file);

    test('page', () => {
      const seen = { type: pageType(page), posts: posts.length, reason: noPostsReason(page) };
      const marked = page.querySelectorAll('.tgme_widget_message_date').length;
      expect(seen).toEqual(facts ? { reason: undefined, ...facts.page, channel: undefined } : { ...seen, posts: marked });
      expect(brokenFacts(page)).toEqual([]);
      expect(pageTheme(page)).toBe(page.documentElement.className.includes('theme_dark') ? 'dark' : 'light');
    });

    test(`what is true of any post is true of these ${posts.length}`, () => {
      for (const post of posts) {
        checkPost(post);
        expect(v.safeParse(Sighting, readSighting(post, page, 0)).issues).toBeUndefined();
      }
    });

    test('every stretch of their texts is on the page', () => {
      for (const post of posts) checkPlaces(post, 20);
    });

    test('quotes of them are the same, and stand where they stood, once they went through a file', async () => {
      const views = posts.flatMap((element) => quotedViews(readPost(element)));
      if (views.length === 0) return;
      const { annotations } = JSON.parse(await exportedText(views)) as { annotations: unknown[] };
      const back = await Promise.all(annotations.map((annotation, i) => readAnnotation(i, annotation, 0)));
      expect(back).toHaveLength(views.length);
      for (const [i, piece] of back.entries()) {
        const { target, text } = views[i] ? { target: views[i].annotation.target, text: views[i].capture.content.text } : expect.unreachable();
        const read = 'entry' in piece ? piece.entry : expect.unreachable();
        expect(read.annotation.target).toEqual(target);
        expect(read.capture.content.text).toBe(text);
        if (target.kind === 'quote') expect(anchor(text ?? '', target)).toEqual({ start: target.start, end: target.end, by: 'position' });
      }
    });

    if (facts !== undefined) {
      test('channel', () => {
        expect(channelAsFacts(readChannel(page))).toEqual(facts.page.channel);
      });

      const read = readAll(posts, page);

      test('every post once, in the order of the page', () => {
        expect(read.map(({ id }) => id)).toEqual(facts.posts.map(({ id }) => id));
      });

      test.each(facts.posts)('$id', (expected) => {
        expect(read.find(({ id }) => id === expected.id)).toEqual(expected);
      });
    }
  });
} else {
  test('no folder of captured pages was named', () => {
    expect(folder).toBeUndefined();
  });
}

test.each(knownCaptures())('the facts of %s agree with one another', (file) => {
  const { page, posts } = captureFacts(file) ?? expect.unreachable();
  expect(posts).toHaveLength(page.posts);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(page.posts);
  expect(page.reason === undefined).toBe(page.posts > 0);
  for (const { id, kinds, telegramId, channelTitle } of posts) {
    expect(postKinds, id).toEqual(expect.arrayContaining(kinds));
    if (page.channel === undefined) continue;
    const { handle, title } = page.channel;
    expect({ handle: id.split('/')[0], telegramId, title: channelTitle }, id).toEqual({ handle, telegramId: page.channel.telegramId, title });
  }
});
