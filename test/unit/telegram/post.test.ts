// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Post, Sighting } from '../../../src/model/post.ts';
import { readPost, readSighting } from '../../../src/telegram/post.ts';
import { dataView, embedMarkup, feedMarkup, postMarkup, postOf, postWithText, textMarkup } from './markup.ts';

const kinds = (body: string, classes = ''): string[] | undefined => readPost(postOf({ body, classes }))?.kinds;
const photo = '<a class="tgme_widget_message_photo_wrap" href="https://t.me/garden_notes/42"></a>';
const notice = '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported"><div class="message_media_not_supported_label">Please open Telegram to view this post</div></div></div>';

describe('post', () => {
  test('a plain one, with nothing that the page did not show', () => {
    const post = postOf({ body: textMarkup('Первые <b>тюльпаны</b>'), attributes: `data-view="${dataView({ c: -5, t: 7 })}"` });
    expect(readPost(post)).toStrictEqual({
      handle: 'garden_notes',
      postId: 42,
      telegramId: 5,
      text: 'Первые тюльпаны',
      entities: [{ type: 'bold', start: 7, end: 15 }],
      channelTitle: 'Garden',
      publishedAt: Date.UTC(2024, 4, 6, 7, 8, 9),
      kinds: ['text'],
    });
  });

  test('is left as it was', () => {
    const post = postOf({ body: textMarkup(textMarkup('a<tg-spoiler>b</tg-spoiler>')) + photo });
    const before = post.outerHTML;
    readPost(post);
    expect(post.outerHTML).toBe(before);
  });

  test('without identity is none', () => {
    expect(readPost(postOf({ name: 'x/99999999999999999999' }))).toBeUndefined();
  });
});

describe('kinds', () => {
  test.each([
    [['text'], textMarkup('words')],
    [['text', 'link'], textMarkup('<a href="https://example.org/">words</a>')],
    [['text', 'link'], `${textMarkup('words')}<a class="tgme_widget_message_link_preview" href="https://example.org/"></a>`],
    [['text'], textMarkup('<a href="?q=%23tag">#tag</a>')],
    [['photo'], photo],
    [['text', 'photo', 'album'], photo + photo + textMarkup('words')],
    [['poll'], '<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Which?</div></div>'],
    [['unavailable'], notice],
    [['unavailable'], `<div class="js-message_media">${notice}</div>`],
    [['text', 'unavailable'], notice + textMarkup('words')],
    [['text'], `<div class="media_supported_cont">${textMarkup('words')}</div><div class="media_not_supported_cont">${notice}</div>`],
    [['sticker'], `${notice.replace('_wrap"', '_wrap media_not_supported_cont"')}<div class="tgme_widget_message_sticker_wrap media_supported_cont"><i class="tgme_widget_message_sticker"></i></div>`],
    [['video'], `<a class="tgme_widget_message_video_player not_supported"><div class="message_video_play"></div>${notice}</a>`],
    [[], ''],
  ])('%j', (expected, body) => {
    expect(kinds(body)).toEqual(expected);
  });

  test('words of Telegram\'s own', () => {
    expect(kinds(textMarkup('Channel created'), 'service_message')).toEqual(['service']);
    expect(kinds(textMarkup('<a href="https://t.me/garden_notes">Garden</a> pinned «Tulips»'), 'service_message')).toEqual(['service']);
    expect(readPost(postOf({ body: textMarkup('Channel created'), classes: 'service_message' }))?.text).toBe('Channel created');
  });
});

describe('sighting', () => {
  const sight = (markup: string) => {
    const { document } = new JSDOM(markup, { url: 'https://telegram.me/s/garden_notes/42' }).window;
    const post = document.querySelector('.tgme_widget_message');
    return post && readSighting(post, document, 1_000);
  };

  test('on a feed', () => {
    expect(sight(feedMarkup(postMarkup({ attributes: `data-view="${dataView({ c: -5, t: 7 })}"` })))).toStrictEqual({
      at: 1_000, serverTime: 7_000, url: 'https://telegram.me/s/garden_notes/42', page: 'feed', views: '1.2K',
    });
  });

  test('on an embed, when less is shown', () => {
    expect(sight(embedMarkup(postMarkup({ views: '' })))).toStrictEqual({ at: 1_000, url: 'https://telegram.me/s/garden_notes/42', page: 'embed' });
  });
});

describe('whatever the page holds, the model takes what was read', () => {
  const long = 'сад '.repeat(26_000);
  const everywhere = (inner: string): string => [
    'text js-message_text', 'photo_wrap', 'video_player', 'document_wrap', 'poll', 'poll_question', 'poll_option_text', 'link_preview', 'reply', 'reply_text',
    'forwarded_from_name', 'forwarded_from_author', 'via_bot', 'from_author', 'location_wrap', 'location_title', 'document_extra',
  ].map((name) => `<a class="tgme_widget_message_${name}" href="https://t.me/a/1" style="width:1px">${inner}</a>`).join('');

  test.each([
    ['long everything', everywhere(long)],
    ['empty everything', everywhere('')],
    ['parts without their places', '<div class="tgme_widget_message_text">'.repeat(20) + everywhere('x')],
    ['attributes that are none', `<a class="tgme_widget_message_reply" href="https://t.me/a/1" "><b <i '"=""=">${textMarkup('x')}</a>`],
    ['many', (photo + textMarkup('x') + '<span class="tgme_reaction">1</span>').repeat(200)],
    ['lone surrogates', textMarkup('\uD800 <b>\uDC00</b>')],
    ['posts in posts', postMarkup({ body: postMarkup({ body: textMarkup('x') }) })],
  ])('%s', (_name, body) => {
    const post = postOf({ body });
    const read = readPost(post);
    expect(v.safeParse(Post, read).issues).toBeUndefined();
    expect(v.safeParse(Sighting, readSighting(post, document, 1)).issues).toBeUndefined();
  });

  test('forms, whose fields shadow their methods, are no part of a post', () => {
    expect(readPost(postOf({ body: '<form class="tgme_widget_message_text"><input name="childNodes"><input name="closest"></form>' }))).toBeUndefined();
  });

  test('ours is not read', () => {
    const post = postWithText('theirs');
    const ours = document.createElement('postil-annotation');
    ours.innerHTML = textMarkup('ours') + photo + '<span class="tgme_reaction">1</span>';
    post.querySelector('.tgme_widget_message_bubble')?.append(ours);
    expect(readPost(post)).toMatchObject({ text: 'theirs', kinds: ['text'] });
    expect(readSighting(post, document, 1).reactions).toBeUndefined();
  });
});
