// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { noPostsReason, pageTheme, pageType } from '../../../src/telegram/page.ts';
import { embedMarkup, feedMarkup, goneMarkup, parse, postMarkup } from './markup.ts';

const profile = (link = ''): string => `<div class="tgme_page"><div class="tgme_page_title">Garden</div>${link}</div>`;
const landing = '<div class="tgme_page tgme_page_post"><div class="tgme_page_widget" id="widget"></div></div>';
const landingWithoutPreview = `<head><meta property="al:ios:url" content="tg://resolve?domain=garden_notes&amp;post=7"></head>
  ${profile()}`;

/** In the widget of a discussion; its date links to the post with the comment's number. */
const comment = postMarkup({ name: null, attributes: 'data-peer="c1234567_8" data-post-id="5"' })
  .replace('https://t.me/garden_notes/42"><time', 'https://t.me/garden_notes/42?comment=5"><time');

describe('page type', () => {
  test.each([
    ['feed', feedMarkup(postMarkup())],
    ['feed', feedMarkup()],
    ['embed', embedMarkup(postMarkup())],
    ['post-landing', landing],
    ['post-landing', landingWithoutPreview],
    ['profile-landing', profile()],
    ['profile-landing', `<head><meta property="al:ios:url" content="tg://resolve?domain=lamppost"></head>${profile()}`],
    ['other', '<h1>Telegram Messenger</h1>'],
    ['discussion', '<body class="tgme_widget body_widget_discussion"><div class="tgme_post_discussion js-message_history"></div></body>'],
    ['other', ''],
  ])('%s', (type, markup) => {
    expect(pageType(parse(markup))).toBe(type);
  });
});

describe('why there are no posts', () => {
  test.each([
    [undefined, feedMarkup(postMarkup())],
    [undefined, embedMarkup(postMarkup())],
    ['empty-feed', feedMarkup('<div class="tme_no_messages_found">No posts found</div>')],
    ['missing-post', embedMarkup(goneMarkup)],
    ['comments', `<body class="tgme_widget body_widget_discussion">${comment}</body>`],
    ['other', embedMarkup('')],
    ['post-landing', landing],
    ['no-preview', landingWithoutPreview],
    ['channel-landing', profile('<a class="tgme_page_context_link" href="/s/garden_notes">Preview channel</a>')],
    ['no-preview', profile('<a href="tg://resolve?domain=garden_notes">View in Telegram</a>')],
    ['other', '<h1>Telegram Messenger</h1>'],
  ])('%s', (reason, markup) => {
    expect(noPostsReason(parse(markup))).toBe(reason);
  });

  test('a search that finds nothing', () => {
    const { document } = new JSDOM(feedMarkup(), { url: 'https://t.me/s/garden_notes?q=%D1%81%D0%B0%D0%B4' }).window;
    expect(noPostsReason(document)).toBe('empty-search');
  });
});

describe('theme', () => {
  test.each([
    ['light', '<html><body></body></html>'],
    ['dark', '<html class="theme_dark"><body></body></html>'],
    ['dark', embedMarkup(postMarkup(), 'dark')],
    ['light', embedMarkup(postMarkup(), 'nodark')],
  ])('%s', (theme, markup) => {
    expect(pageTheme(parse(markup))).toBe(theme);
  });

  test('before the body is there', () => {
    const document = parse('');
    document.body.remove();
    expect(pageTheme(document)).toBe('light');
    expect(pageType(document)).toBe('other');
  });
});
