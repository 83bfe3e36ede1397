/** Telegram's preview site, and one foreign page that embeds posts, as a function from requests to answers. */
import { findPost, hasEmbeds, hasFeed, type Channel } from './channel.ts';
import { renderDiscussion } from './discussion.ts';
import { renderEmbed, singleMember } from './embed.ts';
import { renderFeed, renderFeedFragment } from './feed.ts';
import { renderForeignPage } from './foreign.ts';
import { renderPostLanding } from './landing.ts';
import type { Window } from './paging.ts';
import { renderFreeName, renderProfile } from './profile.ts';

export interface SiteRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface Site {
  /** Read anew for every answer, so that a test can edit posts between two of them. */
  readonly channels: Channel[];
  /** `undefined` for hosts that are not part of the imitation. */
  answer(request: SiteRequest): Answer | undefined;
}

const telegramHosts: readonly string[] = ['t.me', 'telegram.me', 'telegram.dog'];
const foreignHost = 'example.org';

/** `now` is the server's clock in epoch milliseconds; it stands still unless told otherwise. */
export function createSite(channels: Channel[], now: () => number = () => Date.parse('2026-09-15T12:00:00Z')): Site {
  const find = (name: string) => channels.find(({ handle }) => handle.toLowerCase() === name.toLowerCase());

  function answer(request: SiteRequest): Answer | undefined {
    const url = new URL(request.url);
    if (url.host === foreignHost) {
      return page(renderForeignPage(url.searchParams.getAll('post'), url.searchParams.get('sandbox') ?? undefined));
    }
    if (telegramHosts.includes(url.host) && url.protocol === 'http:') return redirect(`https://${url.host}${url.pathname}${url.search}`);
    if (url.host.endsWith('.t.me')) return redirect(`https://t.me/${url.host.slice(0, -'.t.me'.length)}${url.pathname === '/' ? '' : url.pathname}`);
    return telegramHosts.includes(url.host) ? telegram(request, url) : undefined;
  }

  function telegram(request: SiteRequest, url: URL): Answer {
    const askedBy = header(request, 'x-requested-with');
    const post = request.method === 'POST';
    if (url.pathname === '/v/') return post ? json('true') : notFound();

    const path = /^\/(?<feed>s\/)?(?<name>[A-Za-z]\w{3,31})(?:\/(?<id>\d{1,9}))?\/?$/.exec(url.pathname)?.groups;
    if (!path) return notFound();
    const { feed, name = '', id } = path;
    const channel = find(name);

    if (feed) {
      const isHidden = id !== undefined && channel && findPost(channel, Number(id))?.appOnly;
      if (!channel || !hasFeed(channel) || isHidden) return redirect(`/${name}${id ? `/${id}` : ''}`);
      const wanted = { channel, name, window: windowOf(url.searchParams, id), now: now() };
      return post || askedBy === 'XMLHttpRequest' ? json(renderFeedFragment(wanted)) : ownPage(renderFeed(wanted));
    }
    if (id && url.searchParams.has('embed')) return post ? json('true') : embed(channel, Number(id), url.searchParams, askedBy === 'relogin');
    if (!channel) return ownPage(renderFreeName(name));
    return ownPage(id ? renderPostLanding(channel, Number(id), findPost(channel, Number(id))) : renderProfile(channel));
  }

  function embed(channel: Channel | undefined, id: number, options: URLSearchParams, relogged: boolean): Answer {
    const found = channel && hasEmbeds(channel) ? findPost(channel, id) : undefined;
    const post = found?.appOnly ? undefined : found;
    if (options.get('discussion') === '1') return page(renderDiscussion(channel, post));
    return page(renderEmbed({
      channel,
      post: post && options.has('single') ? singleMember(post, id) : post,
      now: now(),
      tme: options.get('mode') === 'tme',
      dark: options.get('dark') === '1',
      relogin: !relogged,
    }));
  }

  return { channels, answer };
}

function windowOf(options: URLSearchParams, id: string | undefined): Window {
  const number = (name: string) => (options.has(name) ? { [name]: Number(options.get(name)) } : {});
  const query = options.get('q');
  return { ...number('before'), ...number('after'), ...(query ? { query } : {}), ...(id ? { context: Number(id) } : {}) };
}

function header({ headers }: SiteRequest, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function page(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}

/** A page that only Telegram's own web client may frame. */
function ownPage(body: string): Answer {
  const answer = page(body);
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': 'frame-ancestors https://web.telegram.org' } };
}

function json(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, body };
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' };
}

function notFound(): Answer {
  return page('<!DOCTYPE html><title>404 Not Found</title><h1>404 Not Found</h1>', 404);
}
