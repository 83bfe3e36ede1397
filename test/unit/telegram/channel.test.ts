// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readChannel } from '../../../src/telegram/channel.ts';
import { dataView, embedMarkup, goneMarkup, parse, postMarkup } from './markup.ts';

const counter = (value: string, type: string): string => (
  `<div class="tgme_channel_info_counter"><span class="counter_value">${value}</span> <span class="counter_type">${type}</span></div>`
);

function feed({ username = '<a href="https://t.me/Garden_Notes">@Garden_Notes</a>', labels = '', description = '', post = postMarkup() } = {}): Document {
  return parse(`<section class="tgme_right_column"><div class="tgme_channel_info"><div class="tgme_channel_info_header">
      <div class="tgme_channel_info_header_title"><span dir="auto">Garden 🌷</span></div>
      <div class="tgme_channel_info_header_labels">${labels}</div>
      <div class="tgme_channel_info_header_username">${username}</div></div>
    <div class="tgme_channel_info_counters">${counter('1.2K', 'subscribers')}${counter('1', 'photo')}</div>${description}</div></section>
    <main class="tgme_main" data-url="/garden_notes"><section class="tgme_channel_history">${post}</section></main>`);
}

test('of a feed', () => {
  const page = feed({
    labels: '<i class="verified-icon"> ✔</i>',
    description: '<div class="tgme_channel_info_description">Seeds,<br/>bulbs &amp; <a href="https://t.me/x">@x</a></div>',
    post: postMarkup({ attributes: `data-view="${dataView({ c: -1234567, p: 42 })}"` }),
  });
  expect(readChannel(page)).toStrictEqual({
    handle: 'Garden_Notes', telegramId: 1234567, title: 'Garden 🌷', description: 'Seeds,\nbulbs & @x', verified: true,
    counters: [{ value: '1.2K', type: 'subscribers' }, { value: '1', type: 'photo' }],
  });
});

test('of a feed that tells less', () => {
  expect(readChannel(feed({ username: '' }))).toStrictEqual({
    handle: 'garden_notes', title: 'Garden 🌷', counters: [{ value: '1.2K', type: 'subscribers' }, { value: '1', type: 'photo' }],
  });
  expect(readChannel(parse('<section class="tgme_channel_history"></section>'))).toBeUndefined();
});

test('of an embed', () => {
  const author = `<a class="tgme_widget_message_owner_name" href="https://t.me/garden_notes"><span dir="auto">Garden</span></a>
    <a class="tgme_widget_message_owner_labels"><i class="verified-icon"> ✔</i></a>`;
  expect(readChannel(parse(embedMarkup(postMarkup({ author, attributes: 'data-peer="c1234567_89"' })))))
    .toStrictEqual({ handle: 'garden_notes', telegramId: 1234567, title: 'Garden', verified: true });
  expect(readChannel(parse(embedMarkup(goneMarkup)))).toBeUndefined();
});

test('of an embed in which a group speaks itself', () => {
  const author = '<a class="tgme_widget_message_author_name" href="https://t.me/garden_talk"><span dir="auto">Garden talk</span></a>';
  expect(readChannel(parse(embedMarkup(postMarkup({ name: 'garden_talk/1', author, attributes: 'data-peer="c1234567_89"' })))))
    .toStrictEqual({ handle: 'garden_talk', telegramId: 1234567, title: 'Garden talk' });
});

const app = (url: string): string => `<meta property="al:ios:url" content="${url}"><meta property="og:title" content="Garden">`;

test('of a post landing, with and without the frame of the post', () => {
  const expected = { handle: 'garden_notes', title: 'Garden' };
  expect(readChannel(parse(`<head>${app('tg://resolve?domain=garden_notes&amp;post=42')}</head>
    <div class="tgme_page"><div class="tgme_page_widget"><script data-telegram-post="garden_notes/42"></script></div></div>`))).toStrictEqual(expected);
  expect(readChannel(parse(`<head>${app('tg://resolve?domain=garden_notes&amp;post=42')}</head><div class="tgme_page"></div>`))).toStrictEqual(expected);
});

const profile = (extra: string, link = ''): Document => parse(`<head>${app('tg://resolve?domain=garden_notes')}</head><div class="tgme_page">
  <div class="tgme_page_title" dir="auto"><span dir="auto">Garden</span><i class="verified-icon"> ✔</i></div>
  <div class="tgme_page_extra">${extra}</div><div class="tgme_page_description" dir="auto">Seeds</div>${link}</div>`);

test('of a profile, when it is a channel\'s', () => {
  const link = '<a class="tgme_page_context_link" href="/s/garden_notes">Preview channel</a>';
  expect(readChannel(profile('11 286 994 subscribers', link))).toStrictEqual({
    handle: 'garden_notes', title: 'Garden', description: 'Seeds', verified: true, counters: [{ value: '11 286 994', type: 'subscribers' }],
  });
  expect(readChannel(profile('@garden_notes', link))).not.toHaveProperty('counters');
  expect(readChannel(profile('5 members, 2 online'))).toBeUndefined();
});

test('of other pages', () => {
  expect(readChannel(parse('<h1>Telegram Messenger</h1>'))).toBeUndefined();
});
