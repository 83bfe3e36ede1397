import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { messageIds, type Channel } from '../../site/channel.ts';
import { demoChannels } from '../../site/demo.ts';
import { pageOf } from '../../site/paging.ts';
import { createSite } from '../../site/site.ts';

const [gazette, herald] = demoChannels() as [Channel, Channel];

function ask(url: string, options: { method?: string; headers?: Record<string, string>; channels?: Channel[] } = {}) {
  const { method = 'GET', headers = {}, channels = demoChannels() } = options;
  const answer = createSite(channels).answer({ url, method, headers });
  if (!answer) throw new Error(`nobody answers for ${url}`);
  return answer;
}

const parse = (html: string) => new JSDOM(html).window.document;
const get = (url: string, channels?: Channel[]) => parse(ask(url, channels ? { channels } : {}).body);
const load = (url: string) => parse(JSON.parse(ask(url, { method: 'POST' }).body) as string);
const shownIds = (page: ParentNode) =>
  [...page.querySelectorAll('.js-widget_message')].map(post => Number(post.getAttribute('data-post')?.split('/')[1]));
const more = (page: ParentNode, end: 'before' | 'after') =>
  page.querySelector(`.js-messages_more[data-${end}]`)?.getAttribute('href') ?? undefined;

describe('a feed', () => {
  it('shows the newest twenty messages, oldest first, one post in each wrap', () => {
    const page = get('https://t.me/s/northern_herald');
    const ids = shownIds(page);
    expect(ids).toEqual(herald.posts.map(post => post.id).filter(id => id >= 112));
    expect(herald.posts.filter(post => post.id >= 112).flatMap(messageIds)).toHaveLength(20);
    expect(page.querySelectorAll('.js-widget_message_wrap')).toHaveLength(ids.length);
    expect(more(page, 'after')).toBeUndefined();
  });

  it('counts the members of albums, and never cuts one', () => {
    for (const { id } of gazette.posts) {
      const shown = pageOf(gazette, { before: id }).posts;
      const messages = shown.flatMap(messageIds).length;
      const first = shown.at(0)?.album?.length ?? 1;
      expect(messages).toBeLessThan(20 + first);
      if (messages < 20) expect(shown.at(0)?.id ?? 1).toBe(1);
    }
  });

  it.each(['before', 'after'] as const)('reaches every post once when more is loaded %s', end => {
    const all = gazette.posts.map(post => post.id);
    const seen: number[] = [];
    let page = get(`https://t.me/s/harbour_gazette${end === 'after' ? '?after=0' : ''}`);
    for (;;) {
      seen.push(...shownIds(page));
      const next = more(page, end);
      if (!next) break;
      page = load(`https://t.me${next}`);
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(all);
  });

  it('shows a post among its neighbours, even one that is gone', () => {
    const page = get('https://t.me/s/harbour_gazette/30');
    expect(shownIds(page)).toEqual([18, 20, 21, 26, 27, 29, 31, 33, 35, 36, 38, 39, 42, 43]);
    expect(more(page, 'before')).toBeDefined();
    expect(more(page, 'after')).toBeDefined();
  });

  it('searches, and says so when nothing is found', () => {
    expect(shownIds(get('https://t.me/s/harbour_gazette?q=%23tariff'))).toEqual([26, 78, 90]);
    const empty = get('https://t.me/s/harbour_gazette?q=zeppelin');
    expect(empty.querySelector('.js-widget_message_wrap > .tme_no_messages_found')).not.toBeNull();
    expect(shownIds(empty)).toEqual([]);
  });

  it('answers its script with one JSON string of HTML', () => {
    const byHeader = ask('https://t.me/s/harbour_gazette?before=50', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    const byMethod = ask('https://t.me/s/harbour_gazette?before=50', { method: 'POST' });
    expect(byHeader.body).toBe(byMethod.body);
    expect(JSON.parse(byHeader.body)).toMatch(/^<div class="tgme_widget_message_centered js-messages_more_wrap">/);
    expect(ask('https://t.me/v/', { method: 'POST' }).body).toBe('true');
  });

  it('is the same on every host of Telegram, whatever the case of the handle', () => {
    expect(shownIds(get('https://telegram.me/s/Harbour_Gazette'))).toEqual(shownIds(get('https://telegram.dog/s/harbour_gazette')));
  });

  it('redirects to the profile when there is nothing to preview', () => {
    for (const handle of ['harbour_talk', 'ida_lind', 'harbour_nights', 'nobody_here']) {
      const { status, headers } = ask(`https://t.me/s/${handle}`);
      expect([status, headers['location']]).toEqual([302, `/${handle}`]);
    }
  });
});

describe('a post', () => {
  it('tells who it is', () => {
    const post = get('https://t.me/s/harbour_gazette?before=50').querySelector('[data-post="harbour_gazette/45"]');
    const view = JSON.parse(atob(post?.getAttribute('data-view') ?? '')) as unknown;
    expect(view).toMatchObject({ c: -gazette.telegramId, p: '45g', t: Date.parse('2026-09-15T12:00:00Z') / 1000 });
    expect(post?.querySelector('.tgme_widget_message_date')?.getAttribute('href')).toBe('https://t.me/harbour_gazette/45');
    expect([...post?.querySelectorAll('.grouped_media_wrap') ?? []].map(a => a.getAttribute('href'))).toEqual(
      [45, 46, 47, 48].map(id => `https://t.me/harbour_gazette/${id}?single`));
  });

  it('cannot write markup of its own', () => {
    const channels = demoChannels();
    channels[0]?.posts.push({ id: 500, date: '2026-09-15T00:00:00Z', text: '<img src=x onerror=alert(1)> & [<b>](https://example.org/"><i>)', signature: '<u>' });
    const post = get('https://t.me/s/harbour_gazette', channels).querySelector('[data-post$="/500"]');
    expect(post?.querySelector('.js-message_text')?.textContent).toBe('<img src=x onerror=alert(1)> & <b>');
    expect(post?.querySelector('.js-message_text img, .js-message_text b, .js-message_text i, u')).toBeNull();
  });

  it('changes when the channel does', () => {
    const channels = demoChannels();
    const site = createSite(channels);
    const text = () => parse(site.answer({ url: 'https://t.me/harbour_gazette/93?embed=1', method: 'GET', headers: {} })?.body ?? '')
      .querySelector('.js-message_text')?.textContent;
    const before = text();
    const last = channels[0]?.posts.at(-1);
    if (last) last.text = 'There will be no second vote.';
    expect([before === text(), text()]).toEqual([false, 'There will be no second vote.']);
  });
});

describe('other pages', () => {
  it('embed: the post stands in the body, with its peer', () => {
    const post = get('https://t.me/harbour_gazette/47?embed=1').querySelector('body > .js-widget_message');
    expect(post?.getAttribute('data-post')).toBe('harbour_gazette/45');
    expect(post?.getAttribute('data-peer')).toMatch(/^c1700100201_/);
    expect(shownIds(get('https://t.me/harbour_gazette/47?embed=1&single'))).toEqual([47]);
    expect(get('https://t.me/harbour_gazette/3?embed=1').querySelector('.tgme_widget_message_error')?.textContent).toBe('Post not found');
  });

  it('landing: no post, only the script that frames one', () => {
    const page = get('https://t.me/harbour_gazette/27');
    expect(shownIds(page)).toEqual([]);
    expect(page.querySelector('.tgme_page_widget script')?.getAttribute('data-telegram-post')).toBe('harbour_gazette/27');
  });

  it('profile: only a channel with a preview links to it', () => {
    const preview = (handle: string) => get(`https://t.me/${handle}`).querySelector('.tgme_page a[href^="/s/"]') !== null;
    expect(['harbour_gazette', 'harbour_talk', 'ida_lind', 'nobody_here'].map(preview)).toEqual([true, false, false, false]);
  });

  it('foreign site: frames the posts it is asked for', () => {
    const frames = get('https://example.org/embed?post=harbour_gazette/27&post=khabar_bandar/47&sandbox=allow-scripts').querySelectorAll('iframe');
    expect([...frames].map(frame => frame.src)).toEqual(['https://t.me/harbour_gazette/27?embed=1', 'https://t.me/khabar_bandar/47?embed=1']);
    expect(frames[0]?.getAttribute('sandbox')).toBe('allow-scripts');
  });

  it('nothing else', () => {
    expect(ask('https://t.me/a/b/c').status).toBe(404);
    expect(ask('https://khabar_bandar.t.me/').headers['location']).toBe('https://t.me/khabar_bandar');
    expect(createSite([]).answer({ url: 'https://elsewhere.example/', method: 'GET', headers: {} })).toBeUndefined();
  });

  it('ask no other host for anything', () => {
    for (const path of ['s/harbour_gazette', 's/northern_herald', 's/khabar_bandar', 'harbour_gazette', 'harbour_gazette/27', 'harbour_gazette/27?embed=1']) {
      const page = get(`https://t.me/${path}`);
      const sources = [...page.querySelectorAll('[src], link[rel=stylesheet], link[rel=icon]')]
        .map(element => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
      expect(sources.filter(source => !/^(data:|\/file\/)/.test(source))).toEqual([]);
      expect(page.documentElement.outerHTML.match(/url\('?(?!'?data:)/g)).toBeNull();
    }
  });
});
