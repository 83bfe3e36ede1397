// @vitest-environment jsdom
/**
 * Reads real pages, when the environment variable POSTIL_PAGES names a folder of them. They are other people's words
 * and no part of this project, so that without the folder there is nothing here but the test that says so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type NoPostsReason, type PageType } from '../../../src/model/page.ts';
import { Post, Sighting } from '../../../src/model/post.ts';
import { findPosts } from '../../../src/telegram/find.ts';
import { noPostsReason, pageTheme, pageType } from '../../../src/telegram/page.ts';
import { readPost, readSighting } from '../../../src/telegram/post.ts';
import { parse } from './markup.ts';

interface Expected {
  type: PageType;
  posts: number;
  reason?: NoPostsReason;
}

/** As looked up by hand. */
const expectedPages: Record<string, Expected> = {
  'embed-2018-reply.html': { type: 'embed', posts: 1 },
  'embed-lexfridman-2024-06.html': { type: 'embed', posts: 1 },
  'feed-air_alert_ua-2023-07.html': { type: 'feed', posts: 20 },
  'feed-durov-2026-08.html': { type: 'feed', posts: 20 },
  'feed-lexfridman-2023-09.html': { type: 'feed', posts: 19 },
  'feed-nexta_live-2021-02.html': { type: 'feed', posts: 18 },
  'feed-prstnk_eprst-2026-05.html': { type: 'feed', posts: 2 },
  'feed-test_channel-2026-01-anonymised.html': { type: 'feed', posts: 3 },
  'feed-wohnungenberlin-2026-08.html': { type: 'feed', posts: 4 },
  'landing-chollometro-28542.html': { type: 'post-landing', posts: 0, reason: 'post-landing' },
  'landing-sharingaway-76.html': { type: 'post-landing', posts: 0, reason: 'post-landing' },
  'landing-teslahunt-2351.html': { type: 'post-landing', posts: 0, reason: 'post-landing' },
  'profile-bot-2026-08.html': { type: 'profile-landing', posts: 0, reason: 'no-preview' },
  'profile-channel-2026-08.html': { type: 'profile-landing', posts: 0, reason: 'channel-landing' },
  'profile-free-2026-08.html': { type: 'profile-landing', posts: 0, reason: 'no-preview' },
  'profile-group-2026-08.html': { type: 'profile-landing', posts: 0, reason: 'no-preview' },
  'profile-nexta_live-2021.html': { type: 'profile-landing', posts: 0, reason: 'channel-landing' },
  'profile-user-2026-08.html': { type: 'profile-landing', posts: 0, reason: 'no-preview' },
};

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

  const quote = element.querySelector('.tgme_widget_message_reply .tgme_widget_message_text');
  expect(post.replyTo?.text === undefined).toBe(quote === null);
}

const folder = process.env['POSTIL_PAGES'];

if (folder !== undefined && existsSync(folder)) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));

  describe.each(files)('%s', (file) => {
    const page = parse(readFileSync(join(folder, file), 'utf8'));
    const posts = findPosts(page);

    test('page', () => {
      const seen = { type: pageType(page), posts: posts.length, reason: noPostsReason(page) };
      // A page that nobody has looked at yet is held to its markup.
      const marked = page.querySelectorAll('.tgme_widget_message[data-post]').length;
      expect(seen).toEqual(expectedPages[file] === undefined ? { ...seen, posts: marked } : { reason: undefined, ...expectedPages[file] });
      expect(pageTheme(page)).toBe(page.documentElement.className.includes('theme_dark') ? 'dark' : 'light');
    });

    test(`${posts.length} posts`, () => {
      for (const post of posts) {
        checkPost(post);
        expect(v.safeParse(Sighting, readSighting(post, page, 0)).issues).toBeUndefined();
      }
    });
  });
} else {
  test('no folder of captured pages was named', () => {
    expect(folder).toBeUndefined();
  });
}
