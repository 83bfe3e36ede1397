/** What Postil reads in a page of the site, for tests that begin with annotations of posts as the page shows them. */
import { JSDOM } from 'jsdom';
import type { Post } from '../../src/model/post.ts';
import { findPosts } from '../../src/telegram/find.ts';
import { readPost } from '../../src/telegram/post.ts';
import type { Site } from './site.ts';

/** Without styles, which would take jsdom most of the time. */
export function readPosts(site: Site, url: string): Post[] {
  const { body = '' } = site.answer({ url, method: 'GET', headers: {} }) ?? {};
  const { document } = new JSDOM(body.replace(/<style>[^]*?<\/style>/g, ''), { url }).window;
  return findPosts(document).flatMap((element) => readPost(element) ?? []);
}
