/** What annotated posts say when the reader passes them again: only what really changed is shown as a change. */
import { expect, test } from 'vitest';
import { quoteOf } from '../../src/model/quote.ts';
import type { Post } from '../../src/model/post.ts';
import { readerVersion } from '../../src/telegram/post.ts';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { type Change, changeOf, changingChannel, changingPosts } from '../site/changing.ts';
import { readPosts } from '../site/read.ts';
import { ask, markedWords, post as postOf, showPost, useStage } from './support.ts';

const stage = useStage();
/** Every text with every change, and one more, so that each that goes has neighbours. */
const count = 49;
const handle = 'harbour_changes';
const feed = `https://t.me/s/${handle}`;
const ids = changingPosts(count).map(({ id }) => id);
const of = (...wanted: Change[]) => ids.filter((id) => wanted.includes(changeOf(id)));
/** These were annotated when an older reader read them otherwise; nothing else happened to them. */
const readOtherwise = of('nothing').slice(0, 3);

let annotated: Post[] = [];
const quotes = new Map<number, string>();

function visit(number: number): void {
  const channel = stage.site.channels.find((each) => each.handle === handle);
  if (!channel) throw new Error('no channel');
  channel.posts = changingPosts(count, number);
}

/** Some words from the middle of each text. */
function target(post: Post) {
  const text = post.text ?? '';
  const from = text.indexOf(' ', Math.floor(text.length / 3)) + 1;
  const quote = quoteOf(text, from, text.indexOf(' ', from + 14) + 1 || text.length);
  if (!quote) throw new Error(`nothing to quote in ${post.postId}`);
  quotes.set(post.postId, quote.exact);
  return quote;
}

function saving(post: Post, at: ReturnType<typeof target>): object {
  const isOld = readOtherwise.includes(post.postId);
  return {
    call: 'annotation.saveOnPost',
    args: {
      offered: {
        post: isOld ? { ...post, media: [{ kind: 'photo' }] } : post,
        sighting: { at: Date.UTC(2026, 8, 14), url: feed, page: 'feed' },
        reader: isOld ? readerVersion - 1 : readerVersion,
      },
      target: at, body: { tags: ['watched'], note: '' }, rev: 0,
    },
  };
}

/** How many looks there are of each post, and whether it was shown at the last. */
async function looks(page: Part): Promise<Map<number, [count: number, shown: boolean]>> {
  return new Map(await page.evaluate(() => new Promise<[number, [number, boolean]][]>((resolve, reject) => {
    const opening = indexedDB.open('postil');
    opening.onerror = () => reject(new Error('not opened'));
    opening.onsuccess = () => {
      const all = opening.result.transaction('sightings').objectStore('sightings').getAll();
      all.onsuccess = () => {
        opening.result.close();
        const rows = all.result as { postId: number; seen: { version?: object }[] }[];
        resolve(rows.map(({ postId, seen }) => [postId, [seen.length, seen.at(-1)?.version !== undefined]]));
      };
    };
  })));
}

/** Brings every post near the screen, until there is a look of each, of those that are not shown too. */
async function passBy(tab: Tab, library: Part, isSeen: (look: [number, boolean] | undefined, id: number) => boolean): Promise<void> {
  let unseen: number[] = [];
  await eventually(async () => {
    const known = await looks(library);
    unseen = ids.filter((id) => !isSeen(known.get(id), id));
    // Of one that is not there its neighbour tells.
    const near = await tab.evaluate((id, name) => [id, id + 10].find((each) => document.querySelector(`[data-post="${name}/${each}"]`)), unseen[0] ?? 0, handle);
    if (near !== undefined) await showPost(tab, `${handle}/${near}`);
    return unseen.length === 0;
  }, { timeout: 20_000 }).catch(() => expect(unseen.map((id) => `${id}, ${changeOf(id)}`), 'without a look').toEqual([]));
}

/** The posts that say that they changed, by their number. */
async function changedOn(tab: Tab): Promise<number[]> {
  const shown: number[] = [];
  for (const id of ids) if ((await tab.findAll('img', 'The post has changed since.', postOf(`${handle}/${id}`))).length > 0) shown.push(id);
  return shown;
}

async function changed(tab: Tab, expected: number[]): Promise<void> {
  let now: number[] = [];
  await eventually(async () => {
    now = await changedOn(tab);
    return now.join() === expected.join();
  }).catch(() => expect(now).toEqual(expected));
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

test('when nothing changed, nothing is said, and all words are marked', async () => {
  stage.site.channels.push(changingChannel(count, { pageLength: 200 }));
  annotated = readPosts(stage.site, feed);
  expect(annotated.map(({ postId }) => postId)).toEqual(ids);
  const library = await stage.driver.extensionPage('library.html');
  const answers = await ask(library, ...annotated.map((post) => saving(post, target(post))));
  expect(answers.filter((answer) => (answer as { value?: { status?: string } }).value?.status !== 'saved')).toEqual([]);
  const tab = await stage.driver.open(feed);
  await passBy(tab, library, (look) => look !== undefined);
  await changed(tab, []);
  expect((await markedWords(tab)).map(squeezed).sort()).toEqual([...quotes.values()].map(squeezed).sort());
  await tab.close();
  await library.close();
});

test('what changed by a letter, a sentence or its media is shown as changed, and nothing else; words that are there are marked', async () => {
  visit(1);
  const library = await stage.driver.extensionPage('library.html');
  const tab = await stage.driver.open(feed);
  await passBy(tab, library, (look, id) => (
    // A look at the same content takes the place of the one before.
    changeOf(id) === 'gone' ? look?.[1] === false : look !== undefined
  ));
  await changed(tab, of('typo', 'sentence', 'media'));
  const now = new Map(readPosts(stage.site, feed).map(({ postId, text = '' }) => [postId, text]));
  const marked = (await markedWords(tab)).map(squeezed);
  const survived = [...quotes].filter(([id, words]) => now.get(id)?.includes(words));
  expect(survived.length).toBeGreaterThan(count / 2);
  for (const [id, words] of survived) expect(marked, String(id)).toContain(squeezed(words));
  // Of other words only such as are nearly the same.
  for (const words of marked) expect([...now.values()].some((text) => squeezed(text).includes(words))).toBe(true);
  const lost = await tab.findAll('img', 'These words are not in the post any more.');
  const shown = ids.filter((id) => now.has(id)).length;
  expect(marked.length + lost.length).toBe(shown);
  await tab.close();
  await library.close();
});

test('what is as it was again is not said to be changed, and what is shown again is not missing', async () => {
  visit(0);
  const library = await stage.driver.extensionPage('library.html');
  const tab = await stage.driver.open(feed);
  await passBy(tab, library, (look, id) => look?.[1] === true && (look[0] >= 3 || !of('typo', 'sentence', 'media').includes(id)));
  await changed(tab, []);
  await tab.close();
  await library.close();
});

test('what the new reader read first is what later changes are told by', async () => {
  const channel = stage.site.channels.find((each) => each.handle === handle);
  const post = channel?.posts.find(({ id }) => id === readOtherwise[0]);
  if (!post) throw new Error('no post');
  post.text = `${post.text} A later addition.`;
  const tab = await stage.driver.open(feed);
  await showPost(tab, `${handle}/${post.id}`);
  await tab.find('img', 'The post has changed since.', { in: postOf(`${handle}/${post.id}`) });
  await tab.close();
});
