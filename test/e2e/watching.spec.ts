/** Posts come and go as Telegram's script likes: each is noticed once, and the page goes on as if nobody watched it. */
import { describe, expect, test } from 'vitest';
import { type Part, type Tab, eventually } from '../browser/driver.ts';
import { bulkChannel } from '../site/bulk.ts';
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';
import { annotate, expectOneEach, post, postsOf, save, showPost, shownOn, useStage } from './support.ts';

const count = 120;
/** The same channel before and after it was given another handle: only its number tells. */
const renamed = [bulkChannel(count), bulkChannel(count, { handle: 'harbour_moved' })];
const long = bulkChannel(count, { handle: 'harbour_long', telegramId: 1900100902 });
// The page moves what is on screen by itself when its oldest post loses the day above it. This one keeps it.
for (const each of long.posts) each.date = each.id <= 100 ? '2024-01-01T12:00:00Z' : '2024-01-02T12:00:00Z';
const site = createSite([...demoChannels(), ...renamed, long]);
/** How many requests for more posts are yet to fail. */
let failures = 0;
const stage = useStage({
  answer: (request) => {
    const answer = site.answer(request);
    if (request.method !== 'POST' || !request.url.includes('/s/') || failures === 0) return answer;
    failures -= 1;
    return answer && { ...answer, body: 'Bad gateway' };
  },
});

const bulk = (...ids: number[]): string[] => ids.map((id) => `harbour_bulk/${id}`);
const idOf = (name: string | undefined): number => Number(name?.split('/')[1]);

/** Scrolls to one end of the page until it holds a post, and waits for it to be drawn. */
async function loadUntil(tab: Tab, end: 'top' | 'bottom', name: string): Promise<void> {
  await eventually(async () => {
    await tab.evaluate((to) => window.scrollTo(0, to === 'top' ? 0 : document.documentElement.scrollHeight), end);
    return (await postsOf(tab)).includes(name);
  }, { what: `${name} to be loaded` });
}

/** The posts that hold a mark, in the order of the page; marks elsewhere than in a post's bubble are told as such. */
async function marked(part: Part): Promise<string[]> {
  return part.evaluate(() => [...document.querySelectorAll('postil-annotation')].map((host) => (
    host.parentElement?.matches('.tgme_widget_message_bubble') ? host.closest('[data-post]')?.getAttribute('data-post') ?? '' : 'elsewhere'
  )));
}

/** What stands between the posts of a feed. */
async function strangers(tab: Tab): Promise<number> {
  return tab.evaluate(() => document.querySelectorAll(
    '.js-message_history > :not(.js-widget_message_wrap, .js-messages_more_wrap), .js-widget_message_wrap > :not(.js-widget_message, .tgme_widget_message_service_date_wrap)',
  ).length);
}

/** How far below the middle of the screen a post stands, from its top to `end`, a part of it or itself. */
async function fromMiddle(tab: Tab, selector: string, end = selector): Promise<number> {
  return tab.evaluate(([from, to]) => {
    const top = document.querySelector(from)?.getBoundingClientRect().top ?? NaN;
    const bottom = document.querySelector(to)?.getBoundingClientRect().bottom ?? NaN;
    return (top + bottom) / 2 - innerHeight / 2;
  }, [selector, end] as const);
}

/** Waits until a post shows what was written about it. */
async function annotated(tab: Tab, name: string): Promise<void> {
  await tab.find('button', /^Edit annotation/, { in: post(name) });
}

test('posts loaded above and below are marked once each, and known by the number that the page took away', async () => {
  const tab = await stage.driver.open('https://t.me/s/harbour_bulk/60');
  const [first, last] = [idOf((await postsOf(tab)).at(0)), idOf((await postsOf(tab)).at(-1))];
  await loadUntil(tab, 'top', `harbour_bulk/${first - 25}`);
  await loadUntil(tab, 'bottom', `harbour_bulk/${last + 25}`);
  const ids = (await postsOf(tab)).map(idOf);
  expect(ids).toEqual(Array.from(ids, (_, i) => (ids[0] ?? 0) + i));

  const ofEachBatch = bulk(first - 25, first - 5, 60, last + 5, last + 25);
  await expectOneEach(tab, ofEachBatch);
  const names = await marked(tab);
  expect(names).toEqual([...new Set(names)].toSorted((a, b) => idOf(a) - idOf(b)));
  expect(names).not.toContain('elsewhere');
  expect(await strangers(tab)).toBe(0);

  const [above = '', , , , below = ''] = ofEachBatch;
  for (const name of [above, below]) {
    await showPost(tab, name);
    await eventually(() => tab.evaluate((selector) => !document.querySelector(selector)?.hasAttribute('data-view'), post(name)), { what: 'the page to take the number away' });
    await annotate(tab, name, { tags: ['seen'] });
  }
  await tab.close();

  for (const name of [above, below]) {
    const moved = name.replace('bulk', 'moved');
    const later = await stage.driver.open(`https://t.me/s/${moved}`);
    await later.find('button', /^Edit annotation/, { in: post(moved) });
    await later.close();
  }
});

test('posts that come only at the third attempt are marked once each', async () => {
  const tab = await stage.driver.open('https://t.me/s/northern_herald');
  const before = await postsOf(tab);
  failures = 2;
  await tab.evaluate(() => window.scrollTo(0, 0));
  const loaded = await eventually(async () => {
    const now = await postsOf(tab);
    return now.length > before.length ? now : undefined;
  }, { what: 'more posts' });
  expect(failures).toBe(0);
  await expectOneEach(tab, loaded.slice(0, 3));
  await expectOneEach(tab, before.slice(0, 2));
  const names = await marked(tab);
  expect(names).toEqual([...new Set(names)]);
  await tab.close();
});

test('what is on screen stays there when marks make posts above it taller', async () => {
  const page = await stage.driver.extensionPage('library.html');
  const note = Array.from({ length: 9 }, (_, i) => `Line ${i + 1}.`).join('\n');
  // None of them is on the first screen, and all above it.
  await save(stage, page, [53, 54, 55, 56, 95, 96, 97].map((id) => ({ name: `harbour_long/${id}`, note })));
  await page.close();

  // Asked for by its address, a post is set to the middle of the screen before anything is drawn.
  const asked = await stage.driver.open('https://t.me/s/harbour_long/60');
  for (const id of [53, 54, 55, 56]) await annotated(asked, `harbour_long/${id}`);
  expect(Math.abs(await fromMiddle(asked, post('harbour_long/60')))).toBeLessThan(2);
  await asked.close();

  // More is loaded above.
  const tab = await stage.driver.open('https://t.me/s/harbour_long');
  const [first = ''] = await postsOf(tab);
  const start = await tab.evaluate((selector) => {
    const top = document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
    window.scrollBy(0, top - 400);
    return document.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
  }, post(first));
  for (const id of [95, 96, 97]) await annotated(tab, `harbour_long/${id}`);
  const end = await tab.evaluate((selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN, post(first));
  expect(Math.abs(end - start)).toBeLessThan(2);
  await tab.close();
});

test('marks on screen push away neither the post that was asked for nor the newest', async () => {
  const page = await stage.driver.extensionPage('library.html');
  const note = Array.from({ length: 9 }, (_, i) => `Line ${i + 1}.`).join('\n');
  await save(stage, page, [57, 58, 59, 60, 61, 117, 118, 119, 120].map((id) => ({ name: `harbour_long/${id}`, note })));
  await page.close();
  const asked = await stage.driver.open('https://t.me/s/harbour_long/60');
  await annotated(asked, 'harbour_long/60');
  // It has grown downwards, below the footer; or the page has set it to the middle when its mark was there already.
  const middle = post('harbour_long/60');
  const off = [await fromMiddle(asked, middle, `${middle} .js-message_footer`), await fromMiddle(asked, middle)].map(Math.abs);
  expect(Math.min(...off), off.join()).toBeLessThan(10);
  await asked.close();

  const newest = await stage.driver.open('https://t.me/s/harbour_long');
  await annotated(newest, 'harbour_long/120');
  expect(await newest.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY)).toBeLessThan(2);
  await newest.close();
});

test('for a reader who is logged in, the frame of a landing comes late and writes itself anew, with one mark', async () => {
  const name = 'harbour_gazette/91';
  const page = await stage.driver.extensionPage('library.html');
  await save(stage, page, [{ name, tags: ['tariff'], note: 'By length.' }]);
  await page.close();
  const tab = await stage.driver.open('https://t.me/s/khabar_bandar');
  await tab.evaluate(() => localStorage.setItem('stel_tme_token', 'invented'));
  await tab.evaluate((address) => location.assign(address), `https://t.me/${name}`);
  const embed = await tab.framed('Telegram Widget');
  await embed.find('button', /^Edit annotation/, { in: post(name) });
  // The relogin script is left out of what it writes.
  await eventually(() => embed.evaluate(() => !document.documentElement.innerHTML.includes('stel_tme_token')), { what: 'the second writing' });
  await embed.find('button', /^Edit annotation/, { in: post(name) });
  expect(await shownOn(embed, name)).toEqual({ tags: ['tariff'], notes: ['By length.'] });
  expect(await marked(embed)).toEqual([name]);
  expect(await marked(tab)).toEqual([]);
  await eventually(async () => await stage.driver.badge(`https://t.me/${name}`) === '1', { what: 'a badge of 1' });
  await tab.bringToFront();
  await tab.evaluate(() => localStorage.clear());
  await tab.close();
});

test('each of several posts in another site is marked in its own frame, that of a group too; comments are not', async () => {
  const names = ['harbour_gazette/45', 'khabar_bandar/47', 'harbour_talk/32'];
  const tab = await stage.driver.open(`https://example.org/embed?post=${names.join('&post=')}`);
  for (const name of names) {
    await eventually(async () => {
      const frames = tab.page.frames().filter((frame) => frame.url().includes(`/${name}?`));
      const shown = await Promise.all(frames.map((frame) => frame.evaluate(() => document.querySelectorAll('.tgme_widget_message_bubble > postil-annotation').length)));
      return shown.join() === '1';
    }, { what: `one mark in the frame of ${name}` });
  }
  await tab.close();
  const comments = await stage.driver.open('https://t.me/pier_almanac/42?embed=1&discussion=1');
  await comments.find('link', 'Ida Lind');
  expect(await marked(comments)).toEqual([]);
  await comments.close();
});

describe('nothing of the page\'s own doing is changed:', () => {
  async function hasClass(tab: Tab, selector: string, name: string): Promise<boolean> {
    return tab.evaluate((where, which) => document.querySelector(where)?.classList.contains(which) ?? false, selector, name);
  }

  async function press(tab: Tab, selector: string): Promise<void> {
    await tab.bringToFront();
    const element = await tab.page.waitForSelector(selector);
    await element?.click();
  }

  test('a covered text opens when it is pressed', async () => {
    const name = 'northern_herald/140';
    const tab = await stage.driver.open('https://t.me/s/northern_herald');
    await tab.find('button', /^Annotate/, { in: post(name) });
    const text = `${post(name)} .js-message_text`;
    expect(await hasClass(tab, text, 'spoilers_hidden')).toBe(true);
    await press(tab, `${post(name)} tg-spoiler`);
    await eventually(async () => !await hasClass(tab, text, 'spoilers_hidden'), { what: 'the words' });
    await tab.close();
  });

  test('a picture of an album is enlarged, and the reader stays', async () => {
    const name = 'harbour_gazette/68';
    const tab = await stage.driver.open(`https://t.me/s/${name}`);
    await showPost(tab, name);
    await tab.find('button', /^Annotate/, { in: post(name) });
    const tile = `${post(name)} [href="https://t.me/harbour_gazette/69?single"]`;
    for (const shown of [true, false]) {
      await press(tab, tile);
      await eventually(async () => await hasClass(tab, tile, 'active') === shown && await hasClass(tab, tile, 'over') === shown, { what: `an album ${shown ? 'open' : 'closed'}` });
    }
    expect(await tab.evaluate(() => location.pathname)).toBe(`/s/${name}`);
    await tab.close();
  });

  test('a search finds, and what it finds can be annotated', async () => {
    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await press(tab, '.js-header_search');
    await eventually(async () => !await hasClass(tab, '.tgme_header', 'search_collapsed'), { what: 'the open search' });
    await tab.type('#tariff');
    await tab.press('Enter');
    await eventually(() => tab.evaluate(() => location.search === '?q=%23tariff'), { what: 'the search' });
    await expectOneEach(tab, ['harbour_gazette/26', 'harbour_gazette/78', 'harbour_gazette/90']);
    await tab.close();
  });

  test('the post that was asked for is highlighted for a moment, in the middle of the screen', async () => {
    const name = 'harbour_gazette/39';
    const tab = await stage.driver.open(`https://t.me/s/${name}`);
    const wrap = `.js-widget_message_wrap:has(${post(name)})`;
    await tab.find('button', /^Annotate/, { in: post(name) });
    await eventually(async () => !await hasClass(tab, wrap, 'prepare_highlight'), { what: 'the end of the highlight' });
    expect(Math.abs(await fromMiddle(tab, wrap))).toBeLessThan(2);
    await tab.close();
  });

  test('a sticker that the browser cannot draw gives way to the notice, and can be annotated', async () => {
    const name = 'pier_almanac/15';
    const tab = await stage.driver.open(`https://t.me/s/${name}`);
    await expectOneEach(tab, [name]);
    const shown = (part: string) => tab.evaluate((selector) => document.querySelector(selector)?.checkVisibility() ?? false, `${post(name)} ${part}`);
    expect([await shown('.media_supported_cont'), await shown('.media_not_supported_cont')]).toEqual([false, true]);
    await annotate(tab, name, { note: 'Not to be seen here.' });
    expect((await shownOn(tab, name)).notes).toEqual(['Not to be seen here.']);
    await tab.close();
  });

  test('days stand between the posts, and marks wear the page\'s theme', async () => {
    const tab = await stage.driver.open('https://t.me/s/harbour_gazette');
    await tab.find('button', /^Annotate/, { in: post('harbour_gazette/93') });
    const days = await tab.evaluate(() => [...document.querySelectorAll('.date_visible .tgme_widget_message_service_date')].map((day) => day.textContent));
    expect(days.slice(-2)).toEqual(['September 11', 'September 14']);
    const scheme = () => tab.evaluate(() => getComputedStyle(document.querySelector('postil-annotation') ?? document.body).colorScheme);
    expect(await scheme()).toBe('light');
    await tab.evaluate(() => document.documentElement.classList.add('theme_dark'));
    expect(await scheme()).toBe('dark');
    await tab.close();
  });
});
