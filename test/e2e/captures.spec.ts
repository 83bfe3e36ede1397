/**
 * Saved pages of the real t.me, in the folder that `POSTIL_PAGES` names. They are not part of the project; without
 * them there is nothing here to run.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JSDOM } from 'jsdom';
import type { Post } from '../../src/model/post.ts';
import type { Quote } from '../../src/model/annotation.ts';
import { quoteOf } from '../../src/model/quote.ts';
import { findPosts } from '../../src/telegram/find.ts';
import { readPost, readerVersion } from '../../src/telegram/post.ts';
import { eventually } from '../browser/driver.ts';
import { captureFacts } from '../captures/facts.ts';
import { ask, expectOneEach, markedWords, postsOf, showPost, useStage } from './support.ts';

const folder = process.env['POSTIL_PAGES'];
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

/** The address that a page was saved from, as its name KIND-NAME-… tells it. */
function addressOf(file: string): string {
  const [kind = '', name = ''] = file.split('-');
  const query = `?file=${file}`;
  if (kind === 'feed') return `https://t.me/s/${name}${query}`;
  return kind === 'embed' ? `https://t.me/${name}/1${query}&embed=1` : `https://t.me/${name}${query}`;
}

const addresses = new Map(files.map((file) => [addressOf(file), file]));
const stubs = 'for (const name of ["TWeb", "TWidgetPost", "TWidgetAuth", "Telegram", "TSticker", "TWallpaper"]) '
  + 'window[name] = new Proxy({}, { get: () => () => {} });';

/** The page itself; of what it loads only so much that its inline scripts find what they call. */
function answer({ url }: { url: string }) {
  const of = (type: string, body: string) => ({ status: 200, headers: { 'content-type': type }, body });
  const file = addresses.get(url);
  if (file !== undefined) return of('text/html; charset=utf-8', readFileSync(join(folder ?? '', file), 'utf8'));
  if (/\.js(\?|$)/.test(url)) return of('text/javascript', stubs);
  return /\.css(\?|$)/.test(url) ? of('text/css', '') : { status: 204, headers: {}, body: '' };
}

/** A short stretch, a long one, and the whole. */
function quotesOf({ text = '' }: Post): Quote[] {
  const part = (fraction: number) => Math.floor(text.length * fraction);
  const made = [quoteOf(text, part(0.2), part(0.3)), quoteOf(text, part(0.25), part(0.9)), quoteOf(text, 0, text.length)];
  return [...new Map(made.flatMap((quote) => (quote ? [[quote.exact, quote]] : []))).values()];
}

const squeezed = (words: string) => words.replace(/\s+/g, '').normalize('NFC');
/** What stands between two parts of a text is marked in two parts. */
const joined = (words: readonly string[]) => words.join('').split('').sort().join('');

describe('captured pages', () => {
  const stage = useStage({ answer });

  test.for(files)('%s', async (file) => {
    const tab = await stage.driver.open(addressOf(file));
    const facts = captureFacts(file);
    const names = await postsOf(tab);
    // Posts of 2018 have no name in their markup: they are counted only.
    if (facts !== undefined && names.length > 0) expect(names).toEqual(facts.posts.map(({ id }) => id));
    await expectOneEach(tab, names);
    const count = facts?.page.posts ?? names.length;
    await eventually(async () => (await tab.findAll('button', /^Annotate/)).length === count, { what: `${count} posts` });
    await tab.close();
  });

  test.for(files)('%s: quotes are marked where they were made, also after a reload', { timeout: 120_000 }, async (file) => {
    const address = addressOf(file);
    const { body } = answer({ url: address });
    const { document } = new JSDOM(body, { url: address }).window;
    const posts = findPosts(document).flatMap((element) => readPost(element) ?? []);
    const saves = posts.flatMap((post) => quotesOf(post).map((target) => ({ post, target })));
    if (saves.length === 0) return;
    const library = await stage.driver.extensionPage('library.html');
    // Two of the pages show the same post.
    await ask(library, { call: 'data.erase', args: {} });
    const answers = await ask(library, ...saves.map(({ post, target }) => ({
      call: 'annotation.saveOnPost',
      args: {
        offered: { post, sighting: { at: Date.UTC(2026, 8, 14), url: address, page: 'feed' }, reader: readerVersion },
        target, body: { tags: [], note: '' }, rev: 0,
      },
    })));
    expect(answers.filter((each) => (each as { value?: { status?: string } }).value?.status !== 'saved')).toEqual([]);
    await library.close();

    const tab = await stage.driver.open(address);
    const expected = saves.map(({ target }) => squeezed(target.exact)).sort();
    const showsThem = async () => {
      let marked: string[] = [];
      const names = await postsOf(tab);
      await eventually(async () => {
        for (const name of names) {
          await showPost(tab, name);
          await tab.evaluate(() => new Promise(requestAnimationFrame));
        }
        marked = (await markedWords(tab)).map(squeezed).sort();
        return joined(marked) === joined(expected);
      }, { timeout: 30_000 }).catch(() => expect(marked).toEqual(expected));
      // The page as it was saved is what it was annotated on.
      expect(await tab.findAll('img', 'The post has changed since.')).toEqual([]);
    };
    await showsThem();
    await tab.reload();
    await showsThem();
    await tab.close();
  });

  if (files.length === 0) test('are not at hand: POSTIL_PAGES names no folder', () => expect(folder ?? '').toBe(''));
});
