/** Annotates posts of the measured channel, as its editors would. */
import type { Browser } from 'puppeteer-core';
import type { Target } from '../../src/model/annotation.ts';
import type { Post } from '../../src/model/post.ts';
import { readerVersion } from '../../src/telegram/post.ts';
import { readPosts } from '../site/read.ts';
import { address, benchSite } from './feed.ts';

/** The newest posts, so many of them. */
export interface Annotated {
  posts: number;
  /** Besides, so many stretches of their texts, as many in each as can be. */
  quotes: number;
}

/** @param id of the extension */
export async function annotateNewest(browser: Browser, id: string, { posts: count, quotes }: Annotated): Promise<void> {
  const page = await browser.newPage();
  // Without a list, which would be drawn anew after each.
  await page.goto(`chrome-extension://${id}/library.html#data`);
  // As the page that is measured will be read: what was annotated is what it says.
  const posts = readPosts(benchSite(count, count), address);
  const messages = [
    ...posts.map((post) => saving(post, { kind: 'post' })),
    ...Array.from({ length: quotes }, (_, i) => posts[i % posts.length]).flatMap((post, i) => (
      post ? saving(post, quoteOf(post.text ?? '', Math.floor(i / posts.length))) : []
    )),
  ];
  const failed = await page.evaluate(async (given) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ value?: { status?: string } }> } } };
    const answers = [];
    for (const message of given) answers.push(await chrome.runtime.sendMessage(message));
    return answers.find(({ value }) => value?.status !== 'saved');
  }, messages);
  if (failed) throw new Error(`not saved: ${JSON.stringify(failed)}`);
  await page.close();
}

/** Three words; those of neighbours overlap by one. The shortest text has nine. */
function quoteOf(text: string, number: number): Target {
  const words = [...text.matchAll(/\S+/g)].slice(number * 2, number * 2 + 3);
  const [start = 0, end = 0] = [words[0]?.index, words.map(({ index, 0: word }) => index + word.length).at(-1)];
  return {
    kind: 'quote', exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32),
    start, end,
  };
}

function saving(post: Post, target: Target): object {
  return {
    call: 'annotation.saveOnPost',
    args: {
      offered: { post, sighting: { at: 1_789_000_000_000, url: address, page: 'feed' }, reader: readerVersion },
      target,
      body: { tags: ['council', `claims/${post.postId % 7}`], note: 'The minutes say “withdrawn”, which is not “delayed”.' },
      rev: 0,
    },
  };
}
