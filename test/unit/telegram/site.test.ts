// @vitest-environment jsdom
/** What the reader makes of every post that the project's own t.me shows is what the post's description says. */
import { describe, expect, test } from 'vitest';
import type { Media, Post, Sighting } from '../../../src/model/post.ts';
import { findPosts } from '../../../src/telegram/find.ts';
import { readPost, readSighting } from '../../../src/telegram/post.ts';
import { type Channel, type PostSpec, type VideoSpec, hasEmbeds, hasFeed, messageIds } from '../../site/channel.ts';
import { demoChannels } from '../../site/demo.ts';
import { has } from '../../site/era.ts';
import { plainText } from '../../site/html.ts';
import { createSite } from '../../site/site.ts';
import { type Markup, renderText } from '../../site/text.ts';
import { parse } from './markup.ts';

const channels = demoChannels();
const { answer } = createSite(channels);

/** Without styles, which take jsdom longer than all else. */
function load(url: string): Document {
  const { body = '' } = answer({ url, method: 'GET', headers: {} }) ?? {};
  return parse(body.replace(/<style>[^]*?<\/style>/g, ''));
}

const words = (markup: Markup): string => plainText(renderText(markup));

/** Without what the description leaves out. */
function told<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const seconds = (duration: string): number => duration.split(':').reduce((total, part) => total * 60 + Number(part), 0);

/** Of a film that loops the page tells the duration too. */
const film = ({ duration, gif }: VideoSpec): Media => ({ kind: gif ? 'animation' : 'video', duration: seconds(duration) });

const mapOf = (id: number): string => `https://maps.example.org/?q=59.${id},10.${id}`;

/** Without sizes, which are the page's layout. */
function describedMedia(post: PostSpec): Media[] {
  const files = [...post.documents ?? [], ...post.document ? [post.document] : []];
  return [
    ...post.album?.map(({ video }): Media => (video ? film(video) : { kind: 'photo' })) ?? [],
    ...post.photo ? [{ kind: 'photo' } as const] : [],
    ...post.video ? [film(post.video)] : [],
    ...post.round ? [{ kind: 'round', duration: seconds(post.round) } as const] : [],
    ...post.voice ? [{ kind: 'voice', duration: seconds(post.voice) } as const] : [],
    ...post.sticker ? [{ kind: 'sticker' } as const] : [],
    ...files.map(({ name, extra, audio }): Media => ({ kind: audio ? 'audio' : 'document', title: name, extra })),
    ...post.location ? [told({ kind: 'location', title: post.location.title, extra: post.location.address, url: mapOf(post.id) } as Media)] : [],
    ...post.contact ? [{ kind: 'contact', title: post.contact.name, extra: post.contact.phone } as const] : [],
    ...post.game ? [{ kind: 'game', title: post.game.title, extra: post.game.text } as const] : [],
    ...post.servicePhoto !== undefined ? [{ kind: 'photo' } as const] : [],
    ...post.invoice ? [{ kind: 'invoice', title: post.invoice.title, extra: post.invoice.description } as const] : [],
  ];
}

function describedText({ text, documents }: PostSpec): string | undefined {
  const texts = [text, ...documents?.map(({ caption }) => caption) ?? []].filter((each) => each !== undefined);
  return texts.length > 0 ? texts.map(words).join('\n') : undefined;
}

function describedKinds(post: PostSpec, media: readonly Media[]): Post['kinds'] {
  if (post.unavailable || post.appOnly) return ['unavailable'];
  const text = describedText(post);
  return [...new Set([
    ...text !== undefined && !post.service ? ['text' as const] : [],
    ...media.map(({ kind }) => kind),
    ...media.length > 1 ? ['album' as const] : [],
    ...post.poll ? ['poll' as const] : [],
    ...post.linkPreview || /https?:\/\//.test(post.text ?? '') ? ['link' as const] : [],
    ...post.service ? ['service' as const] : [],
  ])];
}

/** Without formatting, which has tests of its own. */
function described(post: PostSpec, channel: Channel): Post {
  const media = describedMedia(post);
  const ids = messageIds(post);
  return told({
    handle: channel.handle,
    postId: post.id,
    telegramId: has(channel, 'names') ? channel.telegramId : undefined,
    memberIds: ids.length > 1 ? [...ids] : undefined,
    kinds: describedKinds(post, media),
    text: describedText(post),
    channelTitle: channel.title,
    signature: post.signature ?? post.author?.name,
    forwardedFrom: post.forwardedFrom,
    replyTo: post.replyTo && {
      author: post.replyTo.author,
      text: post.replyTo.media ?? words(post.replyTo.text ?? ''),
      url: post.replyTo.url,
    },
    viaBot: post.viaBot && `@${post.viaBot}`,
    publishedAt: Date.parse(post.date),
    edited: post.edited,
    media: media.length > 0 ? media : undefined,
    linkPreview: post.linkPreview && told({
      url: post.linkPreview.url,
      siteName: post.linkPreview.siteName,
      title: post.linkPreview.title,
      description: post.linkPreview.description && words(post.linkPreview.description),
    }),
    poll: post.poll && {
      question: post.poll.question,
      type: post.poll.type ?? 'Anonymous Poll',
      options: post.poll.options.map(({ text }) => text),
    },
    buttons: post.keyboard?.flat().map((text) => ({ text, url: `https://t.me/${channel.handle}/${post.id}` })),
  } as Post);
}

function describedSighting({ views, reactions = [] }: PostSpec, channel: Channel): Pick<Sighting, 'views' | 'reactions'> {
  const shown = has(channel, 'reactions') && reactions.length > 0 ? reactions.map((each) => told({
    emoji: 'emoji' in each ? each.emoji : undefined,
    count: each.count,
    paid: 'paid' in each ? each.paid : undefined,
  })) : undefined;
  return told({ views, reactions: shown } as Pick<Sighting, 'views' | 'reactions'>);
}

/** The order of kinds has no meaning. */
const sorted = (post: Post): Post => ({ ...post, kinds: post.kinds.toSorted() });

function expectAsDescribed(element: Element | undefined, post: PostSpec, channel: Channel): void {
  const read = element && readPost(element);
  if (!read) throw new Error(`${channel.handle}/${post.id} is not read`);
  const { entities: _entities, media, ...rest } = read;
  const unsized = media?.map(({ width: _width, height: _height, ...other }) => other);
  expect(sorted(told({ ...rest, media: unsized } as Post))).toStrictEqual(sorted(described(post, channel)));
  const { views, reactions } = readSighting(element, element.ownerDocument, 0);
  expect(told({ views, reactions })).toStrictEqual(describedSighting(post, channel));
}

/** All posts of a feed, page after page. */
function feedOf({ handle }: Channel): Element[] {
  const posts: Element[] = [];
  for (let next: string | undefined = `/s/${handle}`; next !== undefined;) {
    const page = load(`https://t.me${next}`);
    posts.unshift(...findPosts(page));
    next = page.querySelector('.js-messages_more[data-before]')?.getAttribute('href') ?? undefined;
  }
  return posts;
}

describe.each(channels.filter(hasFeed).map((channel) => [channel.handle, channel] as const))('the feed of %s', (handle, channel) => {
  const shown = feedOf(channel).map((element) => [readPost(element)?.postId, element] as const);
  const elements = new Map(shown);

  test('has each post once', () => {
    expect(shown.map(([id]) => id)).toEqual(channel.posts.map(({ id }) => id));
  });

  test.each(channel.posts.map((post) => [post.id, post] as const))(`${handle}/%i`, (id, post) => {
    expectAsDescribed(elements.get(id), post, channel);
  });
});

describe.each(channels.filter(hasEmbeds).map((channel) => [channel.handle, channel] as const))('the embeds of %s', (handle, channel) => {
  test.each(channel.posts.filter(({ appOnly }) => !appOnly).map((post) => [post.id, post] as const))(`${handle}/%i`, (id, post) => {
    expectAsDescribed(findPosts(load(`https://t.me/${handle}/${id}?embed=1`))[0], post, channel);
  });
});

test('the comments of a post are no posts', () => {
  const page = load('https://t.me/pier_almanac/42?embed=1&discussion=1');
  expect(page.querySelectorAll('.tgme_widget_message').length).toBeGreaterThan(0);
  expect(findPosts(page)).toEqual([]);
});
