/** What a page tells of the channel that it shows. */
import { parsePostName } from '../model/identity.ts';
import { parseUrl } from './address.ts';
import { compact } from './compact.ts';
import { findPosts } from './find.ts';
import { readPostKey } from './identity.ts';
import { readChannelTitle } from './origin.ts';
import { pageType } from './page.ts';
import { lineOf, textOf } from './text.ts';

/** Counts as the page writes them, "1.2K", with the page's word for what is counted. */
interface Counter {
  value: string;
  type: string;
}

export interface ChannelFacts {
  handle: string;
  telegramId?: number;
  title?: string;
  description?: string;
  verified?: true;
  /** Subscribers, photos, videos, files, links; a kind of which there are none is not listed (captured). */
  counters?: Counter[];
}

/** @returns undefined on pages of no channel: groups, users, bots, free names, and what is not Telegram's */
export function readChannel(document: Document): ChannelFacts | undefined {
  switch (pageType(document)) {
    case 'feed': return ofFeed(document);
    case 'embed': return ofEmbed(document);
    case 'post-landing': return ofPostLanding(document);
    case 'profile-landing': return ofProfile(document);
    default: return undefined;
  }
}

/** The right column, `.tgme_channel_info` (captured in all feeds; a copy of some of it stands in the header). */
function ofFeed(document: Document): ChannelFacts | undefined {
  const find = (part: string): Element | null => document.querySelector(`.tgme_channel_info_${part}`);
  // "@NAME" (captured). Without it, the address in `main`, whose case may be another.
  const handle = lineOf(find('header_username'))?.replace('@', '')
    ?? document.querySelector('.tgme_main')?.getAttribute('data-url')?.slice(1);
  return handle === undefined ? undefined : compact<ChannelFacts>({
    handle,
    telegramId: idOfPosts(document),
    title: lineOf(find('header_title')),
    description: textOf(find('description')),
    verified: isVerified(find('header_labels')),
    counters: countersIn(find('counters')),
  });
}

/** `.counter_value` and `.counter_type` (captured). */
function countersIn(place: Element | null): Counter[] | undefined {
  return place === null ? undefined : [...place.querySelectorAll('.tgme_channel_info_counter')].map((counter) => ({
    value: lineOf(counter.querySelector('.counter_value')) ?? '',
    type: lineOf(counter.querySelector('.counter_type')) ?? '',
  }));
}

/** What its post tells, with the verified mark that feeds do not show there (captured). */
function ofEmbed(document: Document): ChannelFacts | undefined {
  const [post] = findPosts(document);
  const key = post && readPostKey(post);
  return key && compact<ChannelFacts>({
    handle: key.handle,
    telegramId: key.telegramId,
    title: readChannelTitle(post),
    verified: isVerified(document.querySelector('.tgme_widget_message_owner_labels')),
    description: undefined,
    counters: undefined,
  });
}

/** Only what it tells other sites; `og:description` is the post's text, not the channel's (captured). */
function ofPostLanding(document: Document): ChannelFacts | undefined {
  const name = document.querySelector('script[data-telegram-post]')?.getAttribute('data-telegram-post');
  const handle = parsePostName(name ?? '')?.handle ?? handleForApp(document);
  return handle === undefined ? undefined : compact<ChannelFacts>({
    handle,
    title: document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? undefined,
    telegramId: undefined, description: undefined, verified: undefined, counters: undefined,
  });
}

/** Only channels link to a feed (captured). Their one counter is a sentence, "1 474 933 members" (captured). */
function ofProfile(document: Document): ChannelFacts | undefined {
  const handle = document.querySelector('.tgme_page a[href^="/s/"]')?.getAttribute('href')?.slice('/s/'.length);
  const [, value, type] = /^([\d ]+) (\p{L}+)$/u.exec(lineOf(document.querySelector('.tgme_page_extra')) ?? '') ?? [];
  return handle === undefined ? undefined : compact<ChannelFacts>({
    handle,
    telegramId: undefined,
    title: lineOf(document.querySelector('.tgme_page_title span')),
    description: textOf(document.querySelector('.tgme_page_description')),
    verified: isVerified(document.querySelector('.tgme_page_title')),
    counters: value !== undefined && type !== undefined ? [{ value, type }] : undefined,
  });
}

/** `tg://resolve?domain=NAME&post=ID`, for the app (captured on all landings). */
function handleForApp(document: Document): string | undefined {
  const url = document.querySelector('meta[property="al:ios:url"]')?.getAttribute('content');
  return parseUrl(url ?? '')?.searchParams.get('domain') ?? undefined;
}

/** Any post tells it that was not on screen yet. */
function idOfPosts(document: Document): number | undefined {
  return findPosts(document).map((post) => readPostKey(post)?.telegramId).find((id) => id !== undefined);
}

function isVerified(place: Element | null): true | undefined {
  return place?.querySelector('.verified-icon') ? true : undefined;
}
